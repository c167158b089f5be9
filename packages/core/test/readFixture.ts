import { readFileSync } from 'node:fs';

const folder = new URL('fixtures/', import.meta.url);

/** The bytes of a recorded stream. */
export function readFixture(name: string): Uint8Array {
  return readFileSync(new URL(`${name}.sse`, folder));
}
