import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBody } from '../test/createBody.ts';
import { createFakeClock, type FakeClock } from '../test/createFakeClock.ts';
import {
  type Answer,
  DONE,
  event,
  reply,
  type ScriptedTransport,
  scriptTransport,
  sse,
} from '../test/scriptTransport.ts';
import { turn } from '../test/turn.ts';
import type { StreamRequest, TransportResponse } from './request.ts';
import type { StreamResult } from './result.ts';
import { streamChat } from './streamChat.ts';

const ok = (): TransportResponse => sse(event({ content: 'Hi' }) + DONE);
const failed = (): never => {
  throw new TypeError('fetch failed');
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('retry', () => {
  it.each([408, 409, 425, 429, 500, 502, 503, 504, 520, 529])('asks again after %d', async (status) => {
    const { result, requests } = await run([reply(status, '{}'), ok]);

    expect(result).toMatchObject({ outcome: 'done', text: 'Hi', metrics: { attempts: 2, reconnects: 0 } });
    expect(requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 413, 422])('does not ask again after %d', async (status) => {
    const { result, requests } = await run([reply(status, '{}')]);

    expect(result).toMatchObject({ outcome: 'error', error: { code: 'http', status, retryable: false } });
    expect(requests).toHaveLength(1);
  });

  it('asks again after a connection that failed, and three times in all', async () => {
    const { result, requests } = await run([failed, failed, failed]);

    expect(result.error).toMatchObject({ code: 'network', phase: 'connect', retryable: true });
    expect(requests).toHaveLength(3);
  });

  it('asks again after a stream that broke or ended before the first content', async () => {
    const { stream, fail } = createBody();
    fail();
    const { result } = await run([sse(stream), sse(event({ model: 'm' })), ok]);

    expect(result).toMatchObject({ outcome: 'done', text: 'Hi', metrics: { attempts: 3 } });
  });

  it('begins anew with a tag that an earlier attempt left half-read', async () => {
    const { result } = await run([sse(event({ content: '<' })), ok], { thinkTags: true });

    expect(result).toMatchObject({ outcome: 'done', text: 'Hi', reasoning: '', metrics: { attempts: 2 } });
  });

  it('asks again after a request that nobody answered in time', async () => {
    const clock = createFakeClock();
    const script = scriptTransport(() => new Promise(() => {}), ok);
    const stream = streamChat({ url: '/', transport: script.transport, clock });
    const settled = stream.result;
    await turn();
    clock.advance(30_000);
    expect(script.signals[0]?.aborted).toBe(true);
    clock.advance(8_000);

    expect(await settled).toMatchObject({ outcome: 'done', text: 'Hi' });
  });

  it.each([
    ['what the provider reported', sse(event({ error: { code: 'overloaded', message: 'x' } })), 'api'],
    ['a page of HTML', reply(200, '<html>', { 'content-type': 'text/html' }), 'protocol'],
    ['broken JSON', sse('data: {\n\n'), 'protocol'],
    ['moderation', reply(500, '{"error":{"code":"content_filter"}}'), 'content_filter'],
    ['a spent quota', reply(429, '{"error":{"code":"insufficient_quota"}}'), 'http'],
    ['a plea to slow down', reply(503, '{"error":{"message":"Slow Down"}}'), 'http'],
    ['a server that says no', reply(500, '{}', { 'x-should-retry': 'false' }), 'http'],
    ['our server that says no', reply(503, '{"error":{"code":"x","retryable":false}}'), 'http'],
  ])('does not ask again after %s', async (_name, answer, code) => {
    const { result, requests } = await run([answer]);

    expect(result.error).toMatchObject({ code });
    expect(requests).toHaveLength(1);
  });

  it('does not ask again once something was shown', async () => {
    const { stream, write, fail } = createBody();
    write(event({ content: 'Hi' }));
    const settled = run([sse(stream)]);
    await turn();
    fail();
    const { result, requests } = await settled;

    expect(result).toMatchObject({ outcome: 'error', text: 'Hi', error: { code: 'network', phase: 'stream' } });
    expect(requests).toHaveLength(1);
  });

  it('waits a random part of a doubling delay, eight seconds at most', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { delays } = await run(Array<Answer>(8).fill(failed), { retry: 7 });

    expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]);
  });

  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['part of a second', { 'retry-after': '0.5' }, 500],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 12:00:09 GMT', date: 'Sun, 22 Nov 2026 12:00:00 GMT' }, 9_000],
    ['a date that has passed', { 'retry-after': 'Sun, 22 Nov 2020 12:00:00 GMT' }, 0],
    ['milliseconds, which win', { 'retry-after-ms': '40', 'retry-after': '7' }, 40],
    ['nothing', { 'retry-after': 'soon, 7' }, 250],
  ])('waits as long as the server asks in %s', async (_name, headers, delayMs) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { delays } = await run([reply(429, '', headers), ok]);

    expect(delays).toEqual([delayMs]);
  });

  it.each(['61', '1e9', 'Sun, 22 Nov 2099 12:00:00 GMT'])('leaves a wait of %s to the user', async (value) => {
    const { result, requests } = await run([reply(429, '', { 'retry-after': value })]);

    expect(result.error).toMatchObject({ status: 429, retryable: true });
    expect(result.error?.retryAfterMs).toBeGreaterThan(60_000);
    expect(requests).toHaveLength(1);
  });

  it('never asks again where it is off', async () => {
    const { requests } = await run([reply(503, '')], { retry: false });
    expect(requests).toHaveLength(1);
  });

  it('asks the app where it wants to decide', async () => {
    const retry = vi.fn<() => number | false>().mockReturnValueOnce(0).mockReturnValue(false);
    const { requests } = await run([reply(404, ''), reply(404, '')], { retry });

    expect(requests).toHaveLength(2);
    expect(retry.mock.calls).toEqual([
      [expect.objectContaining({ status: 404 }), 1],
      [expect.objectContaining({ status: 404 }), 2],
    ]);
  });

  it('ends with `callback` when the app’s own policy throws', async () => {
    const cause = new Error('mine');
    const retry = (): never => {
      throw cause;
    };
    expect((await run([reply(503, '')], { retry })).result.error).toMatchObject({ code: 'callback', cause });
  });

  it('makes URL, headers and body anew for each attempt', async () => {
    let attempt = 0;
    const { requests } = await run([failed, ok], {
      url: async () => `/chat?attempt=${(attempt += 1)}`,
      headers: () => ({ authorization: `Bearer ${attempt}` }),
      body: async () => ({ attempt }),
      messages: [{ role: 'user', content: 'Hi' }],
      init: { credentials: 'include' },
    });

    expect(requests.map(({ url, headers, body }) => [url, headers.get('authorization'), body])).toEqual([
      ['/chat?attempt=1', 'Bearer 1', '{"messages":[{"role":"user","content":"Hi"}],"attempt":1}'],
      ['/chat?attempt=2', 'Bearer 2', '{"messages":[{"role":"user","content":"Hi"}],"attempt":2}'],
    ]);
    expect(requests[0]).toMatchObject({ method: 'POST', init: { credentials: 'include' } });
    expect([...(requests[0]?.headers ?? [])]).toEqual([
      ['accept', 'text/event-stream'],
      ['authorization', 'Bearer 1'],
      ['content-type', 'application/json'],
    ]);
  });

  it.each([
    ['throws', { headers: failed }],
    ['gives a body nobody can send', { body: { big: 1n } }],
  ])('ends with `callback`, unsent, when the app %s', async (_name, options) => {
    const { result, requests } = await run([], options);

    expect(result.error).toMatchObject({ code: 'callback', retryable: false });
    expect(result.error?.cause).toBeInstanceOf(TypeError);
    expect(requests).toHaveLength(0);
  });

  it('waits for a network before it asks, without a limit on time', async () => {
    const page = new EventTarget();
    const network = { onLine: false };
    vi.stubGlobal('navigator', network);
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    const clock = createFakeClock();
    const script = scriptTransport(ok);
    const settled = streamChat({ url: '/', transport: script.transport, clock }).result;
    await turn();
    expect([script.requests.length, clock.pending()]).toEqual([0, 0]);

    network.onLine = true;
    page.dispatchEvent(new Event('online'));
    expect(await settled).toMatchObject({ outcome: 'done', text: 'Hi' });
  });
});

interface Outcome extends ScriptedTransport {
  readonly result: StreamResult;
  /** How long was waited before each further attempt. */
  readonly delays: readonly number[];
}

/** Runs a stream to its end, and lets time pass whenever it waits for another attempt. */
async function run(answers: readonly Answer[], options: Partial<StreamRequest> = {}): Promise<Outcome> {
  const script = scriptTransport(...answers);
  const delays: number[] = [];
  const clock = createFakeClock();
  const noteDelays: FakeClock = {
    ...clock,
    setTimer(wake, delayMs) {
      const isLimit = [30_000, 120_000, 60_000, 2_500].includes(delayMs);
      if (isLimit) return clock.setTimer(wake, delayMs);
      delays.push(delayMs);
      queueMicrotask(wake);
      return () => {};
    },
  };
  const request = { url: '/chat', transport: script.transport, clock: noteDelays, ...options };
  return { ...script, result: await streamChat(request).result, delays };
}
