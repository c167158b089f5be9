import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendPlain, createPlainReader } from './plainPieces.ts';

describe('appendPlain', () => {
  it('cuts at the first line end after 2,000 characters', () => {
    expect(appendPlain([], 'x'.repeat(5000))).toEqual(['x'.repeat(5000)]);
    expect(appendPlain(['x'.repeat(1999)], 'y\nz\n')).toEqual([`${'x'.repeat(1999)}y\n`, 'z\n']);
  });

  it('makes the same pieces however the text comes', () => {
    const text = 'a line of text\n'.repeat(400);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 })), (sizes) => {
        let [pieces, at]: [readonly string[], number] = [[], 0];
        for (const size of [...sizes, text.length]) {
          pieces = appendPlain(pieces, text.slice(at, at + size));
          at += size;
        }
        expect(pieces).toEqual(appendPlain([], text));
      }),
    );
  });
});

describe('createPlainReader', () => {
  it('keeps finished pieces, and starts over for another text', () => {
    const read = createPlainReader();
    const [first] = read('line\n'.repeat(500));

    expect(read('line\n'.repeat(501))[0]).toBe(first);
    expect(read('b')).toEqual(['b']);
  });
});
