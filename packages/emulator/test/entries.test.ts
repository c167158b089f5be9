import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../src');

describe('the entries', () => {
  it('keep the page free of Node: `.` imports nothing from it, however far one follows', () => {
    const files = reach(join(src, 'index.ts'));

    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/from 'node:|\bBuffer\b|\bprocess\.|setImmediate/);
    }
  });

  it('depend on no package', () => {
    for (const file of reach(join(src, 'cli.ts')).concat(reach(join(src, 'node.ts')))) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/^(?:import|export) .*from '(?!\.|node:)/m);
    }
  });
});

/** A file and all it imports from this package. */
function reach(file: string, seen: string[] = []): string[] {
  if (seen.includes(file)) return seen;
  seen.push(file);
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) [^;]*?from '(\.[^']+)'/gm)) {
    reach(join(dirname(file), target), seen);
  }
  return seen;
}
