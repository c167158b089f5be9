import type { Clock } from '../clock.ts';
import type { Timeouts } from '../request.ts';

/** The limit that ran out. */
export type DeadlinePhase = keyof Timeouts;

export interface Deadlines {
  /** A request was sent. */
  connecting(): void;
  /** Headers are here. */
  opened(): void;
  /** Bytes arrived. `hasContent`: the reader has been shown something by now. */
  arrived(hasContent: boolean): void;
  /** The next bytes are not asked for until {@link Deadlines.release}: the app takes its time. */
  hold(): void;
  release(): void;
  /** Nothing is awaited for now (between two attempts); the total limit goes on. */
  pause(): void;
  /** Ends every limit. */
  clear(): void;
}

const DEFAULTS = { connect: 30_000, firstEvent: 120_000, idle: 60_000, total: false } as const;

/**
 * Watches the time limits of one stream.
 *
 * @param expire - Called with a limit that ran out.
 */
export function createDeadlines(
  timeouts: Timeouts,
  clock: Clock,
  expire: (phase: DeadlinePhase, limitMs: number) => void,
): Deadlines {
  let cancelPhase = (): void => {};
  let phase: DeadlinePhase = 'connect';
  let since = 0;
  let heldAt: number | null = null;

  function setTimer(name: DeadlinePhase, leftMs: (limitMs: number) => number): () => void {
    const limitMs = timeouts[name] ?? DEFAULTS[name];
    if (limitMs === false || limitMs === Infinity) return () => {};
    // Arrivals only note the time: one timer a limit, not one a token.
    const check = (): void => {
      if (leftMs(limitMs) <= 0) expire(name, limitMs);
      else cancelPhase = clock.setTimer(check, leftMs(limitMs));
    };
    return clock.setTimer(check, limitMs);
  }

  function enter(next: DeadlinePhase): void {
    cancelPhase();
    phase = next;
    since = clock.now();
    heldAt = null;
    cancelPhase = setTimer(next, (limitMs) => (heldAt === null ? since + limitMs - clock.now() : limitMs));
  }

  const cancelTotal = setTimer('total', () => 0);

  return {
    connecting: () => enter('connect'),
    opened: () => enter('firstEvent'),
    arrived(hasContent) {
      if (phase === 'idle') since = clock.now();
      else if (hasContent) enter('idle');
    },
    hold: () => void (heldAt = clock.now()),
    release() {
      if (heldAt !== null) since += clock.now() - heldAt;
      heldAt = null;
    },
    pause: () => cancelPhase(),
    clear() {
      cancelPhase();
      cancelTotal();
    },
  };
}
