// One build for every package: a package's `exports` map is its build configuration.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
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
    external: (id, importer) => !isFile(id) && !isBuiltIn(id, importer, manifest),
    plugins: [typescript(), buildIn(), copy(dir, sources(manifest, /\.css$/))],
    output: {
      dir: join(dir, 'dist'),
      format: 'es',
      sourcemap: true,
      // One file in, one file out: readable, tree-shakeable, and each keeps its own 'use client'.
      preserveModules: true,
      preserveModulesRoot: join(dir, 'src'),
      // npm never packs a folder called node_modules.
      entryFileNames: ({ name }) => `${name.replace(/^.*(?:node_modules\/|(?=lean\/))/, 'built-in/')}.js`,
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

function isFile(id) {
  return id.startsWith('.') || id.startsWith('/');
}

/**
 * A development dependency that a package imports is built into it, with what that imports: markdown-it, which would
 * bring its users 24 kB that are never reached (see packages/markdown/lean).
 */
function isBuiltIn(id, importer, { devDependencies = {} }) {
  return id in devDependencies || importer?.includes('/node_modules/');
}

function buildIn() {
  return {
    name: 'build-in',
    resolveId(id, importer) {
      if (importer === undefined || isFile(id)) return null;
      const manifest = realpathSync(findPackageJSON(id, importer));
      return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).module);
    },
  };
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
