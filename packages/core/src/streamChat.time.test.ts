import { describe, expect, it } from 'vitest';
import { type Body, createBody } from '../test/createBody.ts';
import { createFakeClock, type FakeClock } from '../test/createFakeClock.ts';
import { DONE, event, reply, scriptTransport, sse } from '../test/scriptTransport.ts';
import { turn } from '../test/turn.ts';
import type { StreamRequest } from './request.ts';
import type { StreamResult } from './result.ts';
import { streamChat } from './streamChat.ts';

describe('timeout', () => {
  it('limits the wait for headers to 30 s', async () => {
    const clock = createFakeClock();
    const { transport, signals } = scriptTransport(() => new Promise(() => {}));
    const settled = streamChat({ url: '/', transport, clock, retry: false }).result;
    await turn();
    clock.advance(29_999);
    expect(signals[0]?.aborted).toBe(false);
    clock.advance(1);

    expect(signals[0]?.aborted).toBe(true);
    expect((await settled).error).toMatchObject({ code: 'timeout', phase: 'connect', retryable: true });
  });

  it.each([500, 30_000])(
    'keeps a status whose body never ends, with a limit of %i ms on the connection',
    async (connect) => {
      const clock = createFakeClock();
      const body = createBody();
      const { transport } = scriptTransport(reply(401, body.stream));
      const settled = streamChat({ url: '/', transport, clock, retry: false, timeout: { connect } }).result;
      body.write('{"code":"no_key","message":"x"}');
      await turn();
      clock.advance(2_499);
      expect(body.isCancelled()).toBe(false);
      clock.advance(1);

      expect(body.isCancelled()).toBe(true);
      expect((await settled).error).toMatchObject({ code: 'http', status: 401, providerCode: 'no_key' });
      expect(clock.pending()).toBe(0);
    },
  );

  it('limits the wait for the first content to 120 s, which heartbeats do not prolong', async () => {
    const { clock, body, settled } = await open();
    for (let passed = 0; passed < 120_000; passed += 15_000) {
      expect(body.isCancelled()).toBe(false);
      body.write(': hb\n\n', event({ model: 'm' }));
      await turn();
      clock.advance(15_000);
    }

    expect((await settled).error).toMatchObject({ code: 'timeout', phase: 'firstEvent' });
    expect(body.isCancelled()).toBe(true);
  });

  it('limits silence to 60 s after the first content', async () => {
    const { clock, body, settled } = await open();
    body.write(event({ reasoning: 'Hm.' }));
    await turn();
    clock.advance(59_999);
    expect(body.isCancelled()).toBe(false);
    clock.advance(1);

    expect(await settled).toMatchObject({
      outcome: 'error',
      reasoning: 'Hm.',
      error: { code: 'timeout', phase: 'idle' },
    });
    expect(body.isCancelled()).toBe(true);
  });

  it.each([
    ['comments', ': hb\n\n'],
    ['reasoning', event({ reasoning: 'Hm.' })],
    ['empty chunks', event({ content: '' })],
    ['half an event', 'data: {"con'],
  ])('takes %s for a sign of life', async (_name, text) => {
    const { clock, body } = await open();
    body.write(event({ content: 'a' }));
    await turn();
    clock.advance(59_000);
    body.write(text);
    await turn();
    clock.advance(59_999);
    expect(body.isCancelled()).toBe(false);
    clock.advance(1);
    expect(body.isCancelled()).toBe(true);
  });

  it('limits the whole stream only where the request says so', async () => {
    const { clock, body, settled } = await open({ timeout: { total: 100_000 } });
    for (let passed = 0; passed < 100_000; passed += 10_000) {
      body.write(event({ content: 'a' }));
      await turn();
      clock.advance(10_000);
    }

    expect(await settled).toMatchObject({ text: 'a'.repeat(10), error: { code: 'timeout', phase: 'total' } });
    expect(clock.pending()).toBe(0);
  });

  it('counts every attempt into the limit on the whole stream', async () => {
    const clock = createFakeClock();
    const { transport } = scriptTransport(...Array.from({ length: 5 }, () => () => new Promise<never>(() => {})));
    const settled = streamChat({ url: '/', transport, clock, timeout: { connect: 10_000, total: 15_000 } }).result;
    await turn();
    for (let passed = 0; passed < 15_000; passed += 1_000) {
      clock.advance(1_000);
      await turn();
    }

    expect((await settled).error).toMatchObject({ phase: 'total' });
  });

  it('ends with the limit on the whole stream, whatever the app’s own policy says', async () => {
    const { clock, settled } = await open({ timeout: { total: 1_000 }, retry: () => 0 });
    clock.advance(1_000);

    expect((await settled).error).toMatchObject({ code: 'timeout', phase: 'total' });
  });

  it.each([false, Infinity] as const)('has no limits where they are %s', async (off) => {
    const { clock, body } = await open({ timeout: { connect: off, firstEvent: off, idle: off, total: off } });
    body.write(event({ content: 'a' }));
    await turn();

    expect(clock.pending()).toBe(0);
  });

  it('takes an answer that said it is complete for complete, though its connection hangs', async () => {
    const { clock, body, settled } = await open();
    body.write(event({ content: 'a', finish_reason: 'stop' }));
    await turn();
    clock.advance(60_000);

    expect(await settled).toMatchObject({ outcome: 'done', finishReason: 'stop' });
    expect(body.isCancelled()).toBe(true);
  });

  it('fires no limit on an answer that arrives, whatever the clock on the wall does', async () => {
    const { clock, body, settled } = await open();
    for (let count = 0; count < 100; count += 1) {
      body.write(event({ content: 'a' }));
      await turn();
      clock.advance(59_999);
    }
    body.write(DONE);

    expect(await settled).toMatchObject({ outcome: 'done', text: 'a'.repeat(100) });
  });

  it('sets one timer a limit, not one an arrival', async () => {
    let timers = 0;
    const clock = createFakeClock();
    const counting = { ...clock, setTimer: (run: () => void, ms: number) => (timers++, clock.setTimer(run, ms)) };
    const { body } = await open({ clock: counting });
    for (let count = 0; count < 50; count += 1) {
      body.write(event({ content: 'a' }));
      await turn();
    }

    expect(timers).toBe(3);
  });
});

describe('metrics', () => {
  it('measure what happened', async () => {
    const clock = createFakeClock();
    const body = createBody();
    const { transport } = scriptTransport(async () => {
      clock.advance(100);
      return sse(body.stream);
    });
    const settled = streamChat({ url: '/', transport, clock }).result;
    await turn();
    for (const [waitMs, fields] of [
      [50, { reasoning: 'ab' }],
      [200, { content: 'c' }],
      [10, {}],
      [20, { content: '春天' }],
      [70, { finish_reason: 'stop', usage: { prompt_tokens: 3, completion_tokens: 25 } }],
    ] as const) {
      clock.advance(waitMs);
      body.write(event(fields));
      await turn();
    }
    body.write(DONE);

    expect((await settled).metrics).toEqual({
      headersMs: 100,
      ttftMs: 150,
      durationMs: 450,
      deltas: 3,
      chars: 5,
      maxGapMs: 200,
      gapP50Ms: 30,
      gapP95Ms: 30,
      attempts: 1,
      reconnects: 0,
      tokens: 25,
      // 25 tokens between the first content and the last, 230 ms later.
      tokensPerSecond: (25 / 230) * 1_000,
      tokensEstimated: false,
    });
  });

  it('say of a guess that it is one', async () => {
    const { clock, body, settled } = await open();
    body.write(event({ content: '春天来了' }));
    await turn();
    clock.advance(500);
    body.write(event({ content: 'and so on' }) + DONE);

    expect((await settled).metrics).toMatchObject({ tokens: 7, tokensPerSecond: 14, tokensEstimated: true });
  });

  it('claim nothing about an answer that was empty or came all at once', async () => {
    const empty = await open();
    empty.body.write(DONE);
    expect((await empty.settled).metrics).toMatchObject({
      tokens: undefined,
      tokensEstimated: false,
      ttftMs: undefined,
    });

    const atOnce = await open();
    atOnce.body.write(event({ content: 'a', usage: { prompt_tokens: 1, completion_tokens: 9 } }) + DONE);
    expect((await atOnce.settled).metrics).toMatchObject({ tokens: 9, tokensPerSecond: undefined });
  });

  it('leave reasoning that was never sent out of the rate', async () => {
    const { clock, body, settled } = await open();
    body.write(event({ content: 'a' }));
    await turn();
    clock.advance(1_000);
    const usage = { prompt_tokens: 1, completion_tokens: 30, completion_tokens_details: { reasoning_tokens: 20 } };
    body.write(event({ content: 'b', usage }) + DONE);

    expect((await settled).metrics).toMatchObject({ tokens: 30, tokensPerSecond: 10 });
  });

  it('give the percentiles of the gaps', async () => {
    const { clock, body, settled } = await open();
    for (let gapMs = 0; gapMs <= 100; gapMs += 1) {
      clock.advance(gapMs);
      body.write(event({ content: 'a' }));
      await turn();
    }
    body.write(DONE);

    expect((await settled).metrics).toMatchObject({ gapP50Ms: 50, gapP95Ms: 95, maxGapMs: 100 });
  });
});

interface Opened {
  readonly clock: FakeClock;
  readonly body: Body;
  readonly settled: Promise<StreamResult>;
}

/** A stream whose headers have come. */
async function open(options: Partial<StreamRequest> = {}): Promise<Opened> {
  const clock = createFakeClock();
  const body = createBody();
  const { transport } = scriptTransport(sse(body.stream));
  const settled = streamChat({ url: '/', transport, clock, ...options }).result;
  await turn();
  return { clock, body, settled };
}
