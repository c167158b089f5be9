import { type Clock, systemClock } from '@ling-stream/core';
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

interface Run {
  readonly owner: string;
  readonly events: RunEvent[];
  readonly wakers: Set<() => void>;
  bytes: number;
  readers: number;
  endedAt: number | undefined;
  stop: (() => void) | undefined;
}

const MEBI = 2 ** 20;
/** What an entry costs beside its text. */
const ENTRY_BYTES = 96;
/** How many requests to stop runs that are not there yet are remembered, and for how long. */
const EARLY_STOPS = 1_000;
const EARLY_STOP_MS = 60_000;

/** Keeps runs in this process: bounded, and gone when it ends. For more processes than one, see `redisRunStore`. */
export function memoryRunStore(options: MemoryRunStoreOptions = {}): RunStore {
  const { runBytes = 16 * MEBI, totalBytes = 256 * MEBI, ttlMs = 300_000, clock = systemClock } = options;
  const runs = new Map<string, Run>();
  // Their order is that of their ends: the first is the oldest.
  const ended = new Map<string, Run>();
  const earlyStops = new Map<string, number>();
  let total = 0;

  function find(runId: string): Run {
    const run = runs.get(runId);
    if (run === undefined) throw new Error('The run is not known, or has been forgotten.');
    return run;
  }

  function remove(runId: string): void {
    const run = runs.get(runId);
    if (run === undefined) return;
    runs.delete(runId);
    ended.delete(runId);
    total -= run.bytes;
    wake(run);
  }

  function sweep(): void {
    for (const [runId, { endedAt = 0 }] of ended) {
      if (total <= totalBytes && clock.now() - endedAt < ttlMs) return;
      remove(runId);
    }
  }

  function create(runId: string, owner: string): boolean {
    sweep();
    if (runs.has(runId)) return false;
    if (total > totalBytes) throw new Error('The runs in progress take all the memory they may.');
    const none = { bytes: 0, readers: 0, endedAt: undefined, stop: undefined };
    runs.set(runId, { owner, events: [], wakers: new Set(), ...none });
    return true;
  }

  function append(runId: string, events: readonly RunEvent[]): void {
    const run = find(runId);
    const isInTurn = events.every(({ seq }, index) => seq === run.events.length + 1 + index);
    if (run.endedAt !== undefined || !isInTurn) throw new Error('The entry is out of turn.');
    const hasEnd = events.at(-1)?.end !== undefined;
    const size = events.reduce((sum, { data }) => sum + ENTRY_BYTES + 2 * data.length, 0);
    // The end of a run is small, and always has room.
    if (run.bytes + size > runBytes && !hasEnd) throw new Error('The run is longer than it may be.');
    run.bytes += size;
    total += size;
    run.events.push(...events);
    if (hasEnd) {
      run.endedAt = clock.now();
      ended.set(runId, run);
    }
    sweep();
    wake(run);
  }

  async function* read(runId: string, afterSeq: number, signal: AbortSignal): AsyncGenerator<readonly RunEvent[]> {
    const run = find(runId);
    let next = afterSeq;
    run.readers += 1;
    try {
      while (!signal.aborted) {
        const events = run.events.slice(next);
        next += events.length;
        if (events.length > 0) yield events;
        else if (run.endedAt !== undefined) return;
        else if (runs.get(runId) !== run) throw new Error('The run has been forgotten.');
        else await woken(run, signal);
      }
    } finally {
      run.readers -= 1;
    }
  }

  function requestStop(runId: string): void {
    const run = runs.get(runId);
    if (run?.stop !== undefined) return run.stop();
    if (run?.endedAt !== undefined) return;
    const [oldest] = earlyStops.keys();
    if (oldest !== undefined && earlyStops.size >= EARLY_STOPS) earlyStops.delete(oldest);
    earlyStops.set(runId, clock.now());
  }

  function onStop(runId: string, stop: () => void): () => void {
    const run = find(runId);
    const asked = earlyStops.get(runId);
    earlyStops.delete(runId);
    run.stop = stop;
    if (asked !== undefined && clock.now() - asked < EARLY_STOP_MS) stop();
    return () => void (run.stop = undefined);
  }

  function status(runId: string): RunStatus | null {
    sweep();
    const run = runs.get(runId);
    if (run === undefined) return null;
    const { owner, events, endedAt, readers } = run;
    return { owner, lastSeq: events.length, hasEnded: endedAt !== undefined, hasReaders: readers > 0 };
  }

  return { create, append, read, requestStop, onStop, status, remove };
}

function wake({ wakers }: Run): void {
  for (const waker of wakers) waker();
}

/** Waits for an entry, or for the reader to leave. */
function woken({ wakers }: Run, signal: AbortSignal): Promise<void> {
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
