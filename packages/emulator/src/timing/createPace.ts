import type { Random } from './createRandom.ts';
import type { Timing } from './timing.ts';

/** Tells how long to wait before the next token, in milliseconds. */
export type Pace = () => number;

/** Creates the rhythm of one answer: first token, steady pauses with jitter, bursts and stalls. */
export function createPace(timing: Timing, random: Random): Pace {
  let tokens = 0;
  const vary = (ms: number) => ms * (1 + timing.jitter * (2 * random() - 1));
  return () => {
    tokens += 1;
    // Infinity means "no waits at all", so that a test sets one number.
    if (timing.tokensPerSecond === Infinity) return 0;
    if (tokens === 1) return vary(timing.ttftMs);
    const stalled = timing.stallEvery > 0 && (tokens - 1) % timing.stallEvery === 0 ? timing.stallMs : 0;
    if ((tokens - 1) % timing.burst !== 0) return stalled;
    return stalled + vary((1000 / timing.tokensPerSecond) * timing.burst);
  };
}
