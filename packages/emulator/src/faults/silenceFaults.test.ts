import { describe, expect, it } from 'vitest';
import { contentOf, play } from '../../test/play.ts';
import { createEmulatorFetch } from '../createEmulatorFetch.ts';
import { yieldToHost } from '../engine/yieldToHost.ts';
import { createVirtualClock } from '../timing/createVirtualClock.ts';

const good = await play(undefined);

describe('SILENCE_FAULTS', () => {
  it('silence-before-headers: never answers, until the client leaves', async () => {
    const { response, leave, record } = start('silence-before-headers');
    await yieldToHost();
    const silent = record();
    leave();

    await expect(response).rejects.toThrow('left');
    expect(silent).toMatchObject({ status: undefined, outcome: 'running' });
    expect(record()).toMatchObject({ outcome: 'client left', tokens: 0 });
  });

  it('silence-before-first-token: sends the head alone', async () => {
    const { response, leave, record } = start('silence-before-first-token');
    const { status, body } = await response;
    const first = body?.getReader().read();
    await yieldToHost();
    const silent = record();
    leave();

    await expect(first).rejects.toThrow('left');
    expect(status).toBe(200);
    expect(silent).toMatchObject({ bytes: 0, outcome: 'running' });
  });

  it('silence-midway: stops after N pieces of content', async () => {
    const { response, leave, record } = start('silence-midway@3');
    const reader = (await response).body?.getReader();
    let text = '';
    for (let events = 0; events < 4; events += 1) text += new TextDecoder().decode((await reader?.read())?.value);
    const next = reader?.read();
    await yieldToHost();
    leave();

    await expect(next).rejects.toThrow('left');
    expect(contentOf(text)).toBe('1, 2');
    expect(record()).toMatchObject({ outcome: 'client left', tokens: 3 });
  });

  it('silence-after-done: sends everything and stays open', async () => {
    const { text, error } = await play('silence-after-done', { chunks: good.chunks.length });

    expect(text).toBe(good.text);
    expect(error).toBeUndefined();
  });

  it.each(['late-headers', 'late-first-token', 'stall'])(
    '%s: pauses for N milliseconds and loses nothing',
    async (fault) => {
      const { delays, text } = await play(`${fault}@1234`);

      expect(delays).toEqual([1234]);
      expect(text).toBe(good.text);
    },
  );

  it.each([
    ['late-headers', undefined, 0],
    ['late-first-token', 200, 0],
    ['stall', 200, 8],
  ])('%s: pauses at its own place', async (fault, status, chunks) => {
    const { record, counted } = await pauseOf(fault);

    expect(record).toMatchObject({ status });
    expect(counted).toBe(chunks);
  });
});

/** Asks with a fault; `leave` is the user's stop. */
function start(fault: string) {
  const controller = new AbortController();
  const fetch = createEmulatorFetch({ tokensPerSecond: Infinity, fault });
  const response = fetch('/v1/chat/completions', { method: 'POST', body: BODY, signal: controller.signal });
  return { response, leave: () => controller.abort(new Error('left')), record: () => fetch.requests()[0] };
}

const BODY = JSON.stringify({ model: 'Ling-1T', stream: true, messages: [{ role: 'user', content: 'count to 30' }] });

/** What had been sent when the only pause of a reply began. */
async function pauseOf(fault: string) {
  const clock = createVirtualClock();
  let counted = 0;
  let seen: { readonly record: unknown; readonly counted: number } | undefined;
  const delay: typeof clock.delay = async (ms, signal) => {
    seen ??= { record: fetch.requests()[0], counted };
    await clock.delay(ms, signal);
  };
  const fetch = createEmulatorFetch({ tokensPerSecond: Infinity, fault, clock: { now: clock.now, delay } });
  const { body } = await fetch('/v1/chat/completions', { method: 'POST', body: BODY });
  for await (const _ of body ?? []) counted += 1;
  return seen ?? { record: undefined, counted: -1 };
}
