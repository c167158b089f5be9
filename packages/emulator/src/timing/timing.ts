/** How fast the emulated model writes. */
export interface Timing {
  /** Time to the first token. @defaultValue 400 (ms) */
  readonly ttftMs: number;
  /** Speed after the first token; `Infinity` waits for nothing. @defaultValue 45 */
  readonly tokensPerSecond: number;
  /** How much each pause varies around its mean, from 0 to 1. @defaultValue 0.4 */
  readonly jitter: number;
  /** How many tokens come at once; the pauses between grow alike. @defaultValue 1 */
  readonly burst: number;
  /** A stall comes after every so many tokens; 0 is never. @defaultValue 0 */
  readonly stallEvery: number;
  /** How long a stall lasts. @defaultValue 3000 (ms) */
  readonly stallMs: number;
}

/** About what a hosted flash model does on a good day. */
export const DEFAULT_TIMING: Timing = {
  ttftMs: 400,
  tokensPerSecond: 45,
  jitter: 0.4,
  burst: 1,
  stallEvery: 0,
  stallMs: 3000,
};
