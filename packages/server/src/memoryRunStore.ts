import { type Clock, systemClock } from '@ling-stream/core';
import { createMemoryLog, type MemoryLog, type MemoryRun } from './createMemoryLog.ts';
import type { RunEvent, RunStatus, RunStore } from './runStore.ts';

/** Bounds of a {@link memoryRunStore}. */
export interface MemoryRunStoreOptions {
  /** Bytes one run may take, at two a character. Defaults to 16 MiB. */
  readonly runBytes?: number;
  /** Bytes all runs may take; the oldest finished ones make room. Defaults to 256 MiB. */
  readonly totalBytes?: number;
  /** How long a finished run is kept, in milliseconds. Defaults to five minutes. */
  readonly ttlMs?: number;
  readonly clock?: Clock;
}

const MEBI = 2 ** 20;
/** How many requests to stop runs that are not there yet are remembered, and for how long. */
const EARLY_STOPS = 1_000;
const EARLY_STOP_MS = 60_000;

/** Keeps runs in this process: bounded, and gone when it ends. For more processes than one, see `redisRunStore`. */
export function memoryRunStore(options: MemoryRunStoreOptions = {}): RunStore {
  const { runBytes = 16 * MEBI, totalBytes = 256 * MEBI, ttlMs = 300_000, clock = systemClock } = options;
  const log = createMemoryLog(clock, { runBytes, totalBytes, ttlMs });
  const earlyStops = new Map<string, number>();

  function requestStop(runId: string): void {
    const run = log.get(runId);
    if (run?.stop !== undefined) return run.stop();
    if (run?.endedAt !== undefined) return;
    const [oldest] = earlyStops.keys();
    if (oldest !== undefined && earlyStops.size >= EARLY_STOPS) earlyStops.delete(oldest);
    earlyStops.set(runId, clock.now());
  }

  function onStop(runId: string, stop: () => void): () => void {
    const run = log.find(runId);
    const asked = earlyStops.get(runId);
    earlyStops.delete(runId);
    run.stop = stop;
    if (asked !== undefined && clock.now() - asked < EARLY_STOP_MS) stop();
    return () => void (run.stop = undefined);
  }

  function status(runId: string): RunStatus | null {
    const run = log.get(runId);
    if (run === undefined) return null;
    const { owner, events, endedAt, readers } = run;
    return { owner, lastSeq: events.length, hasEnded: endedAt !== undefined, hasReaders: readers > 0 };
  }

  const { create, append, remove } = log;
  return { create, append, remove, requestStop, onStop, status, read: (...where) => read(log, ...where) };
}

async function* read(
  log: MemoryLog,
  runId: string,
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<readonly RunEvent[]> {
  const run = log.find(runId);
  let next = afterSeq;
  run.readers += 1;
  try {
    while (!signal.aborted) {
      const events = run.events.slice(next);
      next += events.length;
      if (events.length > 0) yield events;
      else if (run.endedAt !== undefined) return;
      else if (log.get(runId) !== run) throw new Error('The run has been forgotten.');
      else await woken(run, signal);
    }
  } finally {
    run.readers -= 1;
  }
}

/** Waits for an entry, or for the reader to leave. */
function woken({ wakers }: MemoryRun, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      wakers.delete(settle);
      signal.removeEventListener('abort', settle);
      resolve();
    };
    wakers.add(settle);
    signal.addEventListener('abort', settle);
  });
}
