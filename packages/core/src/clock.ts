/** Time as the library sees it, so that tests can own it. */
export interface Clock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Runs `run` once after `delayMs`; returns a function that cancels it. */
  setTimer(run: () => void, delayMs: number): () => void;
}

/** A longer delay wraps around in timers and would fire at once. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** The real clock: monotonic, so a corrected wall clock fires no time limit. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer: (run, delayMs) => {
    const timer = setTimeout(run, Math.min(delayMs, LONGEST_DELAY_MS));
    return () => clearTimeout(timer);
  },
};
