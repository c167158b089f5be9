import { describe, expect, it } from 'vitest';
import { createRandom } from './createRandom.ts';
import { pickOne } from './pickOne.ts';

const take = (size: number, ...seed: readonly (number | string)[]) => {
  const random = createRandom(...seed);
  return Array.from({ length: size }, () => random());
};

describe('createRandom', () => {
  it('repeats itself for the same seed and not for another', () => {
    expect(take(5, 1, 'a')).toEqual(take(5, 1, 'a'));
    expect(take(5, 1, 'a')).not.toEqual(take(5, 1, 'b'));
    expect(take(5, 1, 1)).not.toEqual(take(5, 11));
  });

  it('spreads evenly from 0 to 1', () => {
    const numbers = take(10_000, 'spread');
    const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((n) => Math.floor(n * 10) === tenth).length);

    expect(Math.min(...tenths)).toBeGreaterThan(900);
    expect(Math.max(...tenths)).toBeLessThan(1100);
  });
});

describe('pickOne', () => {
  it('picks every item sooner or later, and nothing from nothing', () => {
    const random = createRandom(1);

    expect(new Set(Array.from({ length: 50 }, () => pickOne(['a', 'b', 'c'], random)))).toEqual(
      new Set(['a', 'b', 'c']),
    );
    expect(pickOne([], random)).toBeUndefined();
  });
});
