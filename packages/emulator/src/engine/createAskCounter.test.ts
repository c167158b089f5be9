import { describe, expect, it } from 'vitest';
import { createAskCounter } from './createAskCounter.ts';

describe('createAskCounter', () => {
  it('counts each question for itself', () => {
    const count = createAskCounter();

    expect([count('a'), count('a'), count('b'), count('a')]).toEqual([0, 1, 0, 2]);
  });

  it('forgets the question that was not asked for longest', () => {
    const count = createAskCounter();
    count('old');
    count('used');
    for (let number = 0; number < 499; number += 1) {
      count(String(number));
      if (number === 400) count('used');
    }

    expect(count('used')).toBe(2);
    expect(count('old')).toBe(0);
  });
});
