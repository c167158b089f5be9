import { DEFAULT_TIMING, type Timing } from './timing.ts';

/** Puts what is given over a base timing. @throws TypeError - when a number cannot be meant. */
export function resolveTiming(given: Partial<Timing>, base: Timing = DEFAULT_TIMING): Timing {
  const timing = {
    ttftMs: given.ttftMs ?? base.ttftMs,
    tokensPerSecond: given.tokensPerSecond ?? base.tokensPerSecond,
    jitter: given.jitter ?? base.jitter,
    burst: given.burst ?? base.burst,
    stallEvery: given.stallEvery ?? base.stallEvery,
    stallMs: given.stallMs ?? base.stallMs,
  };
  for (const [name, value] of Object.entries(timing)) {
    // JavaScript callers may pass text, which would be compared as if it were a number.
    if (typeof value !== 'number') throw new TypeError(`\`${name}\` is ${JSON.stringify(value)}; it must be a number.`);
    if (!(value >= 0)) throw new TypeError(`\`${name}\` is ${value}; it must be 0 or more.`);
    if (value === Infinity && name !== 'tokensPerSecond') {
      throw new TypeError(`\`${name}\` is Infinity; only \`tokensPerSecond\` can be that.`);
    }
  }
  if (timing.tokensPerSecond === 0)
    throw new TypeError('`tokensPerSecond` is 0; use the fault `silence-midway` for that.');
  if (timing.jitter > 1) throw new TypeError(`\`jitter\` is ${timing.jitter}; it must be from 0 to 1.`);
  for (const name of ['burst', 'stallEvery'] as const) {
    const least = name === 'burst' ? 1 : 0;
    if (!Number.isInteger(timing[name]) || timing[name] < least)
      throw new TypeError(`\`${name}\` is ${timing[name]}; it must be a whole number from ${least}.`);
  }
  return timing;
}
