import { describe, expect, it } from 'vitest';
import { NUMBER, parseNumber } from './parseNumber.ts';

describe('parseNumber', () => {
  it.each([
    ['42', 42],
    ['5,000', 5000],
    ['1.5k', 1500],
    ['2 k', 2000],
    ['3万', 30_000],
    ['２０', 20],
    ['十', 10],
    ['十五', 15],
    ['一百零五', 105],
    ['两千三百', 2300],
    ['一万二千', 12_000],
    ['二十万', 200_000],
    ['〇', 0],
    ['ten', 10],
    ['one hundred', 100],
    ['a hundred and five', 105],
    ['twenty-one', 21],
    ['Two Thousand Three Hundred', 2300],
    ['one million', 1_000_000],
    ['thirteen', 13],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
    expect(new RegExp(`^${NUMBER}$`, 'i').test(text.normalize('NFKC'))).toBe(true);
  });

  it.each(['', 'many', '12 monkeys', 'x5', '--'])('does not read %j', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });
});
