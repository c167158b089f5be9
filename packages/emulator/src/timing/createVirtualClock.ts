import type { EmulatorClock } from './clock.ts';

/** A clock whose delays take no time. */
export interface VirtualClock extends EmulatorClock {
  /** Every delay asked for so far, in milliseconds, oldest first. */
  readonly delays: readonly number[];
}

/**
 * Creates a clock for tests: a delay moves its time forward and ends at once.
 *
 * @param startMs - The time at the start, in milliseconds since 1970.
 */
export function createVirtualClock(startMs = 1_760_000_000_000): VirtualClock {
  const delays: number[] = [];
  let time = startMs;
  return {
    delays,
    now: () => time,
    delay: async (ms) => {
      delays.push(ms);
      time += ms;
    },
  };
}
