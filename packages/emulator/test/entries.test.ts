import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../src');

describe('the entries', () => {
  it('keep the page free of Node: `.` uses nothing of it, however far one follows', () => {
    const files = reach(join(src, 'index.ts'));
    const offenders = files.filter((file) =>
      /from 'node:|\bBuffer\b|\bprocess\.|setImmediate/.test(readFileSync(file, 'utf8')),
    );

    expect(files.length).toBeGreaterThan(50);
    expect(offenders).toEqual([]);
  });

  it('depend on no package', () => {
    const files = new Set(['index.ts', 'node.ts', 'cli.ts'].flatMap((entry) => reach(join(src, entry))));
    const imports = [...files].flatMap((file) => importsOf(file));

    expect(imports.filter((target) => !/^(?:\.|node:)/.test(target))).toEqual([]);
  });
});

/** A file and all it imports from this package. */
function reach(file: string, seen: string[] = []): string[] {
  if (seen.includes(file)) return seen;
  seen.push(file);
  for (const target of importsOf(file)) if (target.startsWith('.')) reach(join(dirname(file), target), seen);
  return seen;
}

/** Imports stand at the top; further down an `import` may be part of an example. */
function importsOf(file: string): string[] {
  const [top = ''] = readFileSync(file, 'utf8').split('\n\n');
  return Array.from(top.matchAll(/from '([^']+)'/g), ([, target = '']) => target);
}
