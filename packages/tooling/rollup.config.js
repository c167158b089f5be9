// One build for every package: a package's `exports` map is its build configuration.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from 'oxc-transform';

const packages = resolve(import.meta.dirname, '..');
const SOURCE = '@ling-stream/source';

export default readdirSync(packages)
  .map((name) => join(packages, name))
  .filter((dir) => existsSync(join(dir, 'package.json')))
  .map((dir) => ({ dir, manifest: JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) }))
  .filter(({ manifest }) => !manifest.private)
  .map(({ dir, manifest }) => ({
    input: sources(manifest, /\.tsx?$/).map((file) => join(dir, file)),
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    plugins: [typescript(), copy(dir, sources(manifest, /\.css$/))],
    output: {
      dir: join(dir, 'dist'),
      format: 'es',
      sourcemap: true,
      // One file in, one file out: readable, tree-shakeable, and each keeps its own 'use client'.
      preserveModules: true,
      preserveModulesRoot: join(dir, 'src'),
      banner: ({ facadeModuleId }) => (isClient(facadeModuleId) ? "'use client';" : ''),
    },
    // Rollup drops directives by design; the banner above puts them back.
    onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
  }));

function sources({ exports }, kind) {
  return Object.values(exports)
    .map((target) => target[SOURCE])
    .filter((file) => kind.test(file ?? ''));
}

function copy(dir, files) {
  return {
    name: 'copy',
    buildStart() {
      for (const file of files) {
        this.emitFile({ type: 'asset', fileName: file.replace('./src/', ''), source: stylesheet(join(dir, file)) });
      }
    },
  };
}

/** A stylesheet with those it imports in their place: a published one cannot reach into another package's sources. */
function stylesheet(file) {
  return readFileSync(file, 'utf8').replace(/^@import '(.+)';$/gm, (_, path) =>
    stylesheet(resolve(dirname(file), path)),
  );
}

function isClient(file) {
  return file !== null && /^['"]use client['"]/.test(readFileSync(file, 'utf8'));
}

/** Strips types. Checking them and writing `.d.ts` is `tsc -b`'s job. */
function typescript() {
  return {
    name: 'typescript',
    resolveId: (id, importer) => (importer && id.startsWith('.') ? resolve(dirname(importer), id) : null),
    transform(code, id) {
      const { errors, ...output } = transformSync(id, code, {
        target: 'es2022',
        sourcemap: true,
        jsx: { runtime: 'automatic' },
      });
      return errors.length > 0 ? this.error(errors[0].message) : output;
    },
  };
}
