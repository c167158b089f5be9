import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gzip } from './gzip.ts';

describe('gzip', () => {
  it.each([0, 1, 65_536, 200_000])('compresses %i bytes so that zlib reads them', async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7) % 256);

    // Buffers of this size are compared in one go; a deep comparison takes seconds.
    expect(gunzipSync(await gzip(bytes)).equals(bytes)).toBe(true);
  });

  it('makes text smaller', async () => {
    const bytes = new TextEncoder().encode('data: {"content":"again"}\n\n'.repeat(100));

    expect((await gzip(bytes)).length).toBeLessThan(bytes.length / 10);
  });
});
