import { describe, expect, it } from 'vitest';
import { decodeTiming } from './decodeTiming.ts';

describe('decodeTiming', () => {
  it.each([
    ['ttft=100, tps=20, jitter=0', { ttftMs: 100, tokensPerSecond: 20, jitter: 0 }],
    ['burst=4;stallEvery=10;stall=2000', { burst: 4, stallEvery: 10, stallMs: 2000 }],
    ['tps=Infinity', { tokensPerSecond: Infinity }],
    ['tps=fast, ttft=, jitter=-1, colour=red', {}],
    ['', {}],
  ])('reads %j', (header, timing) => {
    expect(decodeTiming(header)).toEqual(timing);
  });
});
