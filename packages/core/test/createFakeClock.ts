import type { Clock } from '../src/clock.ts';

export interface FakeClock extends Clock {
  /** Lets time pass, and runs what is due on the way, in order. */
  advance(ms: number): void;
  /** Lets time pass while nothing runs, as on a computer that sleeps. */
  freeze(ms: number): void;
  /** How many timers wait. */
  pending(): number;
}

/** Time that passes only when a test says so. */
export function createFakeClock(): FakeClock {
  let nowMs = 1_000;
  const timers = new Set<{ readonly dueMs: number; readonly run: () => void }>();

  function advance(ms: number): void {
    const untilMs = nowMs + ms;
    for (;;) {
      const [next] = [...timers].filter(({ dueMs }) => dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs);
      if (next === undefined) break;
      timers.delete(next);
      nowMs = Math.max(nowMs, next.dueMs);
      next.run();
    }
    nowMs = untilMs;
  }

  return {
    now: () => nowMs,
    setTimer(run, delayMs) {
      const timer = { dueMs: nowMs + delayMs, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance,
    freeze: (ms) => void (nowMs += ms),
    pending: () => timers.size,
  };
}
