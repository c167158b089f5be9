import { createLeases } from './createLeases.ts';
import { problemBody } from './problem.ts';
import { type IoRedisClient, type NodeRedisClient, redisCommands } from './redisCommands.ts';
import { toEvents, toWords } from './redisRows.ts';
import type { RunEvent, RunStatus, RunStore } from './runStore.ts';
import { TRUNCATED } from './upstreamProblem.ts';
import { withinTime } from './withinTime.ts';

interface RedisBounds {
  readonly prefix: string;
  readonly ttlMs: number;
  readonly leaseMs: number;
  readonly commandTimeoutMs: number;
  /** How long a reader that was here counts as one. */
  readonly readMarkMs: number;
}

/** Runs in Redis: a store, less the reading, of which these are the steps. */
export interface RedisRuns extends Omit<RunStore, 'read' | 'close'> {
  /** What comes after an entry, at most some hundreds. */
  entries(runId: string, afterSeq: number): Promise<readonly RunEvent[]>;
  /** Hears of new entries; never rejects, since a reader looks by itself too. */
  onNews(runId: string, listener: () => void): Promise<() => void>;
  markRead(runId: string): Promise<void>;
  /** Whether somebody still writes a run. Where the writer has died, the run is ended with an entry that says so. */
  isWritten(runId: string, lastSeq: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Entries that one look takes. */
const PAGE = '500';
/** Name and lease are taken together: a run without a lease counts as one whose writer has died. */
const CREATE = `if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[3]) then
  redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[4]) return 1 else return 0 end`;

export function createRedisRuns(client: NodeRedisClient | IoRedisClient, bounds: RedisBounds): RedisRuns {
  const { prefix, ttlMs, leaseMs, commandTimeoutMs, readMarkMs } = bounds;
  const commands = redisCommands(client);
  const stops = new Map<string, () => void>();
  const stopChannel = `${prefix}stop`;
  const node = crypto.randomUUID();
  const leases = createLeases(leaseMs, (runId) => {
    const { log, owner, lease } = keys(runId);
    for (const key of [log, owner]) send('PEXPIRE', key, `${ttlMs}`).catch(() => {});
    send('SET', lease, node, 'XX', 'PX', `${leaseMs}`).catch(() => {});
  });
  let hearsStops: Promise<unknown> | undefined;

  /** The braces keep the keys of a run together in a cluster. */
  function keys(runId: string) {
    const log = `${prefix}{${runId}}`;
    return {
      log,
      owner: `${log}:owner`,
      lease: `${log}:lease`,
      stop: `${log}:stop`,
      read: `${log}:read`,
      news: `${log}:new`,
    };
  }

  /** While Redis is away clients keep commands back; nobody waits that long. */
  function send(...words: string[]): Promise<unknown> {
    return withinTime(commandTimeoutMs, commands.send(...words));
  }

  async function create(runId: string, user: string): Promise<boolean> {
    const { owner, lease } = keys(runId);
    const reply = await send('EVAL', CREATE, '2', owner, lease, user, node, `${ttlMs}`, `${leaseMs}`);
    if (reply === 1) leases.add(runId);
    return reply === 1;
  }

  async function append(runId: string, events: readonly RunEvent[]): Promise<void> {
    const { log, owner, lease, stop, news } = keys(runId);
    const isFirst = events[0]?.seq === 1;
    const hasEnd = events.at(-1)?.end !== undefined;
    // In one go, and in order; a log that Redis has lost is not begun anew in its middle.
    const added = events.map((event) =>
      send('XADD', log, ...(event.seq === 1 ? [] : ['NOMKSTREAM']), ...toWords(event)),
    );
    const rest = [send('GET', stop), send('PUBLISH', news, '')];
    if (isFirst || hasEnd) rest.push(send('PEXPIRE', log, `${ttlMs}`), send('PEXPIRE', owner, `${ttlMs}`));
    if (hasEnd) rest.push(send('DEL', lease, stop));
    const [ids, [asked]] = await Promise.all([Promise.all(added), Promise.all(rest)]);
    if (ids.includes(null)) throw new Error('Redis has lost the run.');
    // The message may have been lost; the flag is not.
    if (asked !== null && !hasEnd) stops.get(runId)?.();
  }

  async function requestStop(runId: string): Promise<void> {
    await send('SET', keys(runId).stop, '1', 'PX', `${ttlMs}`);
    await send('PUBLISH', stopChannel, runId);
  }

  function onStop(runId: string, stop: () => void): () => void {
    stops.set(runId, stop);
    hearsStops ??= commands.subscribe(stopChannel, (asked) => stops.get(asked)?.());
    // Where either fails, the flag is read with the next entry.
    hearsStops
      .then(() => send('GET', keys(runId).stop))
      .then((asked) => void (asked !== null && stops.get(runId)?.()))
      .catch(() => void (hearsStops = undefined));
    return () => {
      stops.delete(runId);
      leases.delete(runId);
    };
  }

  async function status(runId: string): Promise<RunStatus | null> {
    const { log, owner, read } = keys(runId);
    const [user, rows, isRead] = await Promise.all([
      send('GET', owner),
      send('XREVRANGE', log, '+', '-', 'COUNT', '1'),
      send('EXISTS', read),
    ]);
    const [last] = toEvents(rows);
    if (typeof user !== 'string') return null;
    return {
      owner: user,
      lastSeq: last?.seq ?? 0,
      hasEnded: last?.end !== undefined,
      hasReaders: isRead === 1,
    };
  }

  async function isWritten(runId: string, lastSeq: number): Promise<boolean> {
    const { log, owner, lease, news } = keys(runId);
    const [isLeased, isKnown] = await Promise.all([send('EXISTS', lease), send('EXISTS', owner)]);
    if (isLeased === 1) return true;
    if (isKnown === 0) throw new Error('The run has been forgotten.');
    // Refused where its writer, or another reader, was faster: then there is something to read.
    const end = toWords({ seq: lastSeq + 1, data: problemBody(TRUNCATED, runId), end: 'error' });
    await send('XADD', log, ...end).catch(() => {});
    await Promise.all([send('PEXPIRE', log, `${ttlMs}`), send('PUBLISH', news, '')]);
    return false;
  }

  return {
    create,
    append,
    requestStop,
    onStop,
    status,
    isWritten,
    async remove(runId) {
      leases.delete(runId);
      const { log, owner, lease, stop } = keys(runId);
      await send('DEL', log, owner, lease, stop);
    },
    entries: async (runId, afterSeq) =>
      toEvents(await send('XRANGE', keys(runId).log, `(${afterSeq}-0`, '+', 'COUNT', PAGE)),
    async onNews(runId, listener) {
      const hearing = withinTime(commandTimeoutMs, commands.subscribe(keys(runId).news, listener)).catch(
        () => async () => {},
      );
      const ignore = await hearing;
      return () => void ignore().catch(() => {});
    },
    markRead: async (runId) => void (await send('SET', keys(runId).read, '1', 'PX', `${readMarkMs}`)),
    async close() {
      leases.close();
      await commands.close();
    },
  };
}
