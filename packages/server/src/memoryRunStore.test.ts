import { describe, expect, it } from 'vitest';
import { memoryRunStore, type MemoryRunStoreOptions } from './memoryRunStore.ts';
import type { RunEnd, RunStore } from './runStore.ts';

describe('memoryRunStore', () => {
  it('forgets finished runs after a while, and no others', async () => {
    const { store, pass } = create({ ttlMs: 1_000 });
    await write(store, 'done', 'done');
    await write(store, 'open');
    pass(999);
    expect(await store.status('done')).toMatchObject({ hasEnded: true, lastSeq: 1 });
    pass(1);
    expect(await store.status('done')).toBeNull();
    expect(await store.status('open')).toMatchObject({ hasEnded: false });
    expect(await store.create('done', '')).toBe(true);
  });

  it('makes room by forgetting what finished first', async () => {
    const { store } = create({ totalBytes: 1_000 });
    await store.create('b', '');
    await write(store, 'a', 'done', 100);
    await store.append('b', [{ seq: 1, data: 'x'.repeat(100), end: 'done' }]);
    await write(store, 'c', 'done', 100);
    expect(await store.status('a')).not.toBeNull();
    await write(store, 'd', 'done', 100);

    expect(await store.status('a')).toBeNull();
    expect(await store.status('b')).not.toBeNull();
  });

  it('begins nothing while the runs in progress take all there is', async () => {
    const { store } = create({ totalBytes: 1_000 });
    await write(store, 'a', undefined, 1_000);

    expect(() => store.create('b', '')).toThrow(/memory/);
    await store.append('a', [{ seq: 2, data: '', end: 'done' }]);
    expect(await store.create('b', '')).toBe(true);
  });

  it('lets no run grow beyond its bound, and every run end', async () => {
    const { store } = create({ runBytes: 1_000 });
    await write(store, 'a', undefined, 400);

    expect(() => store.append('a', [{ seq: 2, data: 'x'.repeat(400) }])).toThrow(/longer/);
    await store.append('a', [{ seq: 2, data: 'x'.repeat(400), end: 'error' }]);
    expect(await store.status('a')).toMatchObject({ lastSeq: 2, hasEnded: true });
  });

  it.each([
    ['an entry twice', [{ seq: 1, data: '' }]],
    ['an entry too early', [{ seq: 3, data: '' }]],
    [
      'half of a batch that is out of turn',
      [
        { seq: 2, data: '' },
        { seq: 2, data: '' },
      ],
    ],
  ])('refuses %s', async (_, events) => {
    const { store } = create();
    await write(store, 'a');

    expect(() => store.append('a', events)).toThrow(/turn/);
    expect(await store.status('a')).toMatchObject({ lastSeq: 1 });
  });

  it('refuses entries after the last', async () => {
    const { store } = create();
    await write(store, 'a', 'done');

    expect(() => store.append('a', [{ seq: 2, data: '' }])).toThrow(/turn/);
  });

  it('knows whether somebody reads', async () => {
    const { store } = create();
    await write(store, 'a');
    const away = new AbortController();
    const reading = store.read('a', 0, away.signal)[Symbol.asyncIterator]();
    await reading.next();
    expect(await store.status('a')).toMatchObject({ hasReaders: true });
    const next = reading.next();
    away.abort();

    expect(await next).toMatchObject({ done: true });
    expect(await store.status('a')).toMatchObject({ hasReaders: false });
  });

  it('remembers a stop for a run to come, for a minute and in bounds', async () => {
    const { store, pass } = create();
    await store.requestStop('dropped');
    for (let index = 0; index < 999; index += 1) await store.requestStop(`r-${index}`);
    await store.requestStop('late');
    pass(59_999);
    expect([await isStopped(store, 'dropped'), await isStopped(store, 'late')]).toEqual([false, true]);
    pass(1);
    expect(await isStopped(store, 'r-1')).toBe(false);
  });

  it('remembers no stop of a run that has ended, nor one that was heard', async () => {
    const { store } = create();
    await write(store, 'a', 'done');
    await store.requestStop('a');
    await store.remove('a');
    expect(await isStopped(store, 'a')).toBe(false);

    let stops = 0;
    const ignore = store.onStop('a', () => void (stops += 1));
    await store.requestStop('a');
    ignore();
    await store.remove('a');
    expect([stops, await isStopped(store, 'a')]).toEqual([1, false]);
  });
});

function create(options: MemoryRunStoreOptions = {}) {
  let nowMs = 0;
  const clock = { now: () => nowMs, setTimer: () => () => {} };
  return { store: memoryRunStore({ ...options, clock }), pass: (ms: number) => void (nowMs += ms) };
}

async function write(store: RunStore, runId: string, end?: RunEnd, chars = 1): Promise<void> {
  await store.create(runId, '');
  await store.append(runId, [{ seq: 1, data: 'x'.repeat(chars), ...(end && { end }) }]);
}

async function isStopped(store: RunStore, runId: string): Promise<boolean> {
  let isAsked = false;
  await store.create(runId, '');
  store.onStop(runId, () => void (isAsked = true));
  return isAsked;
}
