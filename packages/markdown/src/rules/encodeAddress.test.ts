import { describe, expect, it } from 'vitest';
import { encodeAddress } from './encodeAddress.ts';

describe('encodeAddress', () => {
  it.each([
    ['https://a.example/b?c=d&e#f', 'https://a.example/b?c=d&e#f'],
    ['/a b"<[\\]>', '/a%20b%22%3C%5B%5C%5D%3E'],
    ['/%20%C3%A4', '/%20%C3%A4'],
    ['/100%/%zz', '/100%25/%25zz'],
    ['/重😀', '/%E9%87%8D%F0%9F%98%80'],
    ['/\uD83D/\uDE00', '/%EF%BF%BD/%EF%BF%BD'],
  ])('encodes %j', (written, encoded) => {
    expect(encodeAddress(written)).toBe(encoded);
  });
});
