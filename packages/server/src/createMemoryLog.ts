import type { Clock } from '@ling-stream/core';
import type { MemoryRunStoreOptions } from './memoryRunStore.ts';
import type { RunEvent } from './runStore.ts';

/** A run in memory. */
export interface MemoryRun {
  readonly owner: string;
  readonly events: RunEvent[];
  /** Called when there is news. */
  readonly wakers: Set<() => void>;
  bytes: number;
  readers: number;
  endedAt: number | undefined;
  stop: (() => void) | undefined;
}

/** The runs of one process, within their bounds. */
export interface MemoryLog {
  /** Throws where there is no such run. */
  find(runId: string): MemoryRun;
  get(runId: string): MemoryRun | undefined;
  create(runId: string, owner: string): boolean;
  append(runId: string, events: readonly RunEvent[]): void;
  remove(runId: string): void;
}

/** What an entry costs beside its text. */
const ENTRY_BYTES = 96;

export function createMemoryLog(clock: Clock, bounds: Required<Omit<MemoryRunStoreOptions, 'clock'>>): MemoryLog {
  const { runBytes, totalBytes, ttlMs } = bounds;
  const runs = new Map<string, MemoryRun>();
  // Their order is that of their ends: the first is the oldest.
  const ended = new Map<string, MemoryRun>();
  let total = 0;

  function find(runId: string): MemoryRun {
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

  return {
    find,
    get(runId) {
      sweep();
      return runs.get(runId);
    },
    create,
    append,
    remove,
  };
}

function wake({ wakers }: MemoryRun): void {
  for (const waker of wakers) waker();
}
