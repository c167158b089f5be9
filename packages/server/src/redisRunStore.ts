import { createAlarm } from './createAlarm.ts';
import { createRedisRuns, type RedisRuns } from './createRedisRuns.ts';
import type { IoRedisClient, NodeRedisClient } from './redisCommands.ts';
import type { RunEvent, RunStore } from './runStore.ts';

/** Options of a {@link redisRunStore}. */
export interface RedisRunStoreOptions {
  /** A connected client of `redis` or of `ioredis`. It stays yours to close. */
  readonly client: NodeRedisClient | IoRedisClient;
  /** What keys and channels begin with. Defaults to `ling:`. */
  readonly prefix?: string;
  /** How long a run is kept after its last entry, in milliseconds. Defaults to ten minutes. */
  readonly ttlMs?: number;
  /** How long a process that writes a run may be silent before it counts as dead. Defaults to 15,000. */
  readonly leaseMs?: number;
  /** How often a reader looks by itself; entries are told of at once. Defaults to 2,000. */
  readonly pollMs?: number;
  /** How long one command may take. Defaults to 5,000. */
  readonly commandTimeoutMs?: number;
}

/**
 * Keeps runs in Redis Streams, for any number of server processes: each may read and stop what another one writes.
 *
 * The number of an entry is its id in the stream, so Redis itself refuses to hold one twice. Published messages only wake
 * readers: one that is lost costs time and never an entry. Needs Redis 6.2.
 */
export function redisRunStore({ client, ...options }: RedisRunStoreOptions): RunStore {
  const { prefix = 'ling:', ttlMs = 600_000, leaseMs = 15_000, pollMs = 2_000, commandTimeoutMs = 5_000 } = options;
  const runs = createRedisRuns(client, { prefix, ttlMs, leaseMs, commandTimeoutMs, readMarkMs: 3 * pollMs });
  const { create, append, requestStop, onStop, status, remove, close } = runs;
  return {
    create,
    append,
    requestStop,
    onStop,
    status,
    remove,
    close,
    read: (runId, afterSeq, signal) => read(runs, { runId, afterSeq, pollMs }, signal),
  };
}

interface Reading {
  readonly runId: string;
  readonly afterSeq: number;
  readonly pollMs: number;
}

async function* read(
  runs: RedisRuns,
  { runId, afterSeq, pollMs }: Reading,
  signal: AbortSignal,
): AsyncGenerator<readonly RunEvent[]> {
  const alarm = createAlarm();
  let last = afterSeq;
  let lookedAt = -Infinity;
  // Before the first look: an entry between the two would be told of to nobody.
  const ignore = await runs.onNews(runId, alarm.ring);
  try {
    while (!signal.aborted) {
      const events = await runs.entries(runId, last);
      const isLate = performance.now() - lookedAt >= pollMs;
      if (isLate) {
        lookedAt = performance.now();
        await runs.markRead(runId);
      }
      if (events.length > 0) {
        yield events;
        last = events.at(-1)?.seq ?? last;
        if (events.at(-1)?.end !== undefined) return;
        // A writer that is gone is noticed at the first look that finds nothing, and at each later one.
      } else if (!isLate || (await runs.isWritten(runId, last))) await alarm.wait(pollMs, signal);
    }
  } finally {
    ignore();
  }
}
