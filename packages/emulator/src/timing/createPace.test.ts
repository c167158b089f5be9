import { describe, expect, it } from 'vitest';
import { createPace } from './createPace.ts';
import { createRandom } from './createRandom.ts';
import { DEFAULT_TIMING, type Timing } from './timing.ts';

const STEADY = { ...DEFAULT_TIMING, ttftMs: 300, tokensPerSecond: 50, jitter: 0 };
const pauses = (timing: Timing, size: number, seed = 1) => {
  const pace = createPace(timing, createRandom(seed));
  return Array.from({ length: size }, () => pace());
};

describe('createPace', () => {
  it('waits for the first token and then keeps its speed', () => {
    expect(pauses(STEADY, 4)).toEqual([300, 20, 20, 20]);
  });

  it('varies around the mean within the jitter', () => {
    const [, ...rest] = pauses({ ...STEADY, jitter: 0.5 }, 2001);
    const mean = rest.reduce((sum, pause) => sum + pause, 0) / rest.length;

    expect(Math.min(...rest)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...rest)).toBeLessThanOrEqual(30);
    expect(new Set(rest).size).toBeGreaterThan(1000);
    expect(mean).toBeCloseTo(20, 0);
  });

  it('repeats itself for the same seed', () => {
    expect(pauses(DEFAULT_TIMING, 20, 7)).toEqual(pauses(DEFAULT_TIMING, 20, 7));
    expect(pauses(DEFAULT_TIMING, 20, 7)).not.toEqual(pauses(DEFAULT_TIMING, 20, 8));
  });

  it('sends bursts at the same mean speed', () => {
    expect(pauses({ ...STEADY, burst: 3 }, 7)).toEqual([300, 0, 0, 60, 0, 0, 60]);
  });

  it('stalls after every so many tokens', () => {
    expect(pauses({ ...STEADY, stallEvery: 2, stallMs: 1000 }, 6)).toEqual([300, 20, 1020, 20, 1020, 20]);
  });

  it('waits for nothing at infinite speed', () => {
    expect(pauses({ ...STEADY, tokensPerSecond: Infinity, stallEvery: 1 }, 3)).toEqual([0, 0, 0]);
  });
});
