import { describe, expect, it } from 'vitest';
import { decodeTiming } from './decodeTiming.ts';

describe('decodeTiming', () => {
  it.each([
    ['ttft=100, tps=20, jitter=0', { ttftMs: 100, tokensPerSecond: 20, jitter: 0 }],
    ['burst=4;stallEvery=10;stall=2000', { burst: 4, stallEvery: 10, stallMs: 2000 }],
    ['tps=Infinity', { tokensPerSecond: Infinity }],
    ['tps=5,', { tokensPerSecond: 5 }],
    ['', {}],
  ])('reads %j', (header, timing) => {
    expect(decodeTiming(header)).toEqual(timing);
  });

  it.each([
    ['foo=1', '"foo" is unknown; the names are ttft, tps'],
    ['constructor=1', '"constructor" is unknown'],
    ['ttft=-1', '"ttft" is "-1"'],
    ['tps=abc', '"tps" is "abc"'],
    ['tps=5, jitter=', '"jitter" is ""'],
  ])('refuses %j', (header, message) => {
    expect(() => decodeTiming(header)).toThrow(message);
  });
});
