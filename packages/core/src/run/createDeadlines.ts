import type { Clock } from '../clock.ts';
import type { Timeouts } from '../request.ts';

/** The limit that ran out. */
export type DeadlinePhase = 'connect' | 'firstEvent' | 'idle' | 'total';

export interface Deadlines {
  /** A request was sent. */
  connecting(): void;
  /** Headers are here. */
  opened(): void;
  /** Bytes arrived. `isContent`: they showed the reader something. */
  arrived(isContent: boolean): void;
  /** Nothing is awaited for now (between two attempts); the total limit goes on. */
  pause(): void;
  /** Ends every limit. */
  clear(): void;
}

const DEFAULTS = { connect: 30_000, firstEvent: 120_000, idle: 60_000, total: false } as const;

/**
 * Watches the time limits of one stream.
 *
 * @param expire - Called once, with the limit that ran out; every limit has ended by then.
 */
export function createDeadlines(
  timeouts: Timeouts,
  clock: Clock,
  expire: (phase: DeadlinePhase, limitMs: number) => void,
): Deadlines {
  const limits = { ...DEFAULTS, ...timeouts };
  let cancelPhase = (): void => {};
  let lastArrival = 0;
  let hasContent = false;
  const cancelTotal = start('total');

  function start(phase: DeadlinePhase): () => void {
    const limitMs = limits[phase];
    return limitMs === false ? () => {} : clock.setTimer(() => fire(phase, limitMs), limitMs);
  }

  function enter(phase: DeadlinePhase): void {
    cancelPhase();
    cancelPhase = start(phase);
  }

  function fire(phase: DeadlinePhase, limitMs: number): void {
    clear();
    expire(phase, limitMs);
  }

  /** Arrivals only note the time: one timer a minute, not one a token. */
  function watchSilence(limitMs: number): void {
    const leftMs = lastArrival + limitMs - clock.now();
    cancelPhase = clock.setTimer(() => {
      if (clock.now() - lastArrival >= limitMs) fire('idle', limitMs);
      else watchSilence(limitMs);
    }, leftMs);
  }

  function arrived(isContent: boolean): void {
    lastArrival = clock.now();
    if (hasContent || !isContent) return;
    hasContent = true;
    cancelPhase();
    if (limits.idle !== false) watchSilence(limits.idle);
  }

  function clear(): void {
    cancelPhase();
    cancelTotal();
  }

  return {
    connecting: () => enter('connect'),
    opened: () => enter('firstEvent'),
    arrived,
    pause: () => cancelPhase(),
    clear,
  };
}
