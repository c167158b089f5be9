/** Time as the library sees it, so that tests can own it. */
export interface Clock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Runs `run` once after `delayMs`; returns a function that cancels it. */
  setTimer(run: () => void, delayMs: number): () => void;
}

/** The real clock: monotonic, so a corrected wall clock fires no time limit. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer: (run, delayMs) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
