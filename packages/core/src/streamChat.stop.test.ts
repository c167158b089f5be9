import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBody } from '../test/createBody.ts';
import { createFakeClock } from '../test/createFakeClock.ts';
import { DONE, event, reply, scriptTransport, sse } from '../test/scriptTransport.ts';
import { turn } from '../test/turn.ts';
import type { StreamEvent } from './event.ts';
import type { StreamRequest } from './request.ts';
import type { StreamResult } from './result.ts';
import { streamChat } from './streamChat.ts';

afterEach(() => vi.unstubAllGlobals());

describe('abort', () => {
  it('stops in the same tick while the request is being prepared, and sends it no more', async () => {
    const { transport, requests } = scriptTransport();
    let prepare = (): void => {};
    const headers = (): Promise<HeadersInit> => new Promise((settle) => (prepare = () => settle({})));
    const { stream, ends } = follow({ transport, headers });
    await turn();
    stream.abort();
    expect(ends).toMatchObject([{ outcome: 'stopped' }]);

    prepare();
    await turn();
    expect(requests).toHaveLength(0);
  });

  it('stops in the same tick before the headers, though the transport does not listen', async () => {
    const { stream: body, isCancelled, write } = createBody();
    let answer = (): void => {};
    const { transport, signals } = scriptTransport(() => new Promise((settle) => (answer = () => settle(sse(body)))));
    const { stream, ends, events } = follow({ transport });
    await turn();
    stream.abort();

    expect(ends).toMatchObject([{ outcome: 'stopped', text: '', parts: [] }]);
    expect(signals[0]?.aborted).toBe(true);

    write(event({ content: 'late' }));
    answer();
    await turn();
    expect(isCancelled()).toBe(true);
    expect(events).toEqual(['end']);
  });

  it('stops in the same tick between headers and content', async () => {
    const { stream: body, isCancelled } = createBody();
    const { stream, ends, events } = follow({ transport: scriptTransport(sse(body)).transport });
    await turn();
    stream.abort();

    expect(ends).toMatchObject([{ outcome: 'stopped' }]);
    expect(events).toEqual(['open', 'end']);
    expect([isCancelled(), await released(body)]).toEqual([true, true]);
  });

  it('stops in the same tick in mid-answer, keeps what was received and ignores what comes later', async () => {
    const { stream: body, write, isCancelled } = createBody();
    const { stream, ends, events } = follow({ transport: scriptTransport(sse(body)).transport });
    write(event({ content: 'Hel' }));
    await turn();
    write(event({ content: 'lo' }));
    stream.abort();

    expect(ends).toMatchObject([
      { outcome: 'stopped', text: 'Hel', parts: [{ type: 'text', text: 'Hel', state: 'done' }], error: undefined },
    ]);
    await turn();
    expect(events).toEqual(['open', 'text', 'end']);
    expect([isCancelled(), await released(body)]).toEqual([true, true]);
  });

  it('stops in the same tick while it waits for another attempt', async () => {
    const clock = createFakeClock();
    const { transport, requests } = scriptTransport(reply(503, ''), sse(DONE));
    const { stream, ends } = follow({ transport, clock });
    await turn();
    expect(clock.pending()).toBe(1);
    stream.abort();

    expect(ends).toMatchObject([{ outcome: 'stopped' }]);
    expect(clock.pending()).toBe(0);
    await turn();
    expect(requests).toHaveLength(1);
  });

  it('stops in the same tick while it waits for a network', async () => {
    const { page } = goOffline();
    const { transport, requests } = scriptTransport(sse(DONE));
    const { stream, ends } = follow({ transport });
    await turn();
    stream.abort();
    expect(ends).toMatchObject([{ outcome: 'stopped', metrics: { attempts: 0 } }]);

    page.dispatchEvent(new Event('online'));
    await turn();
    expect(requests).toHaveLength(0);
  });

  it('stops in the same tick while the body of a failure is read', async () => {
    const { stream: body, isCancelled } = createBody();
    const { stream, ends } = follow({ transport: scriptTransport(reply(500, body)).transport });
    await turn();
    stream.abort();

    expect(ends).toMatchObject([{ outcome: 'stopped' }]);
    expect([isCancelled(), await released(body)]).toEqual([true, true]);
  });

  it('stops in the same tick while a JSON reply is read', async () => {
    const { stream: body, isCancelled } = createBody();
    const { stream, ends } = follow({ transport: scriptTransport(reply(200, body)).transport });
    await turn();
    stream.abort();

    expect(ends).toMatchObject([{ outcome: 'stopped' }]);
    expect([isCancelled(), await released(body)]).toEqual([true, true]);
  });

  it('stops from inside a listener, and keeps all of that arrival', async () => {
    const transport = scriptTransport(sse(event({ content: 'a' }) + event({ content: 'b' }) + DONE)).transport;
    const stream = streamChat({ url: '/chat', transport, clock: createFakeClock() });
    stream.listen({ events: (events) => void (events[0]?.type === 'text' && stream.abort()), end() {} });

    expect(await stream.result).toMatchObject({ outcome: 'stopped', text: 'ab' });
  });

  it('stops while it tells that it reconnects, and connects no more', async () => {
    const clock = createFakeClock();
    const { stream: body, write, fail } = createBody();
    const { transport, requests } = scriptTransport(sse(body), reply(204, null));
    const stream = streamChat({ url: '/chat', transport, clock, resume: true });
    stream.listen({ events: (events) => void (events[0]?.type === 'reconnecting' && stream.abort()), end() {} });
    write(event({ content: 'a' }, 1));
    await turn();
    fail();
    expect(await stream.result).toMatchObject({ outcome: 'stopped', text: 'a' });

    clock.advance(60_000);
    await turn();
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
    expect(clock.pending()).toBe(0);
  });

  it('stops between any two steps, once, and leaves nothing open', async () => {
    for (let step = 0; step < 60; step += 1) {
      const clock = createFakeClock();
      const { stream: body, write, isCancelled } = createBody();
      const { transport, requests } = scriptTransport(sse(body));
      const { stream, ends, events } = follow({ transport, clock });
      write(event({ content: 'a' }));
      for (let count = 0; count < step; count += 1) await Promise.resolve();
      stream.abort();
      const told = events.length;
      await turn();

      expect([ends.length, events.length, events.at(-1), clock.pending()]).toEqual([1, told, 'end', 0]);
      expect([body.locked, isCancelled()], `at step ${step}`).toEqual([false, requests.length > 0]);
    }
  });

  it('hands out what a think tag held back', async () => {
    const { stream: body, write } = createBody();
    const { stream, ends } = follow({ transport: scriptTransport(sse(body)).transport, thinkTags: true });
    write(event({ content: '1 <' }));
    await turn();
    stream.abort();

    expect(ends).toMatchObject([{ outcome: 'stopped', text: '1 <' }]);
  });

  it('does nothing after the end, and nothing the second time', async () => {
    const { stream, ends } = follow({ transport: scriptTransport(sse(event({ content: 'a' }) + DONE)).transport });
    await stream.result;
    stream.abort();
    stream.abort();

    expect(ends).toMatchObject([{ outcome: 'done' }]);
  });

  it('leaves no timer behind, in whatever phase', async () => {
    const clock = createFakeClock();
    const { transport } = scriptTransport(sse(createBody().stream));
    const { stream } = follow({ transport, clock, timeout: { total: 1_000_000 } });
    await turn();
    expect(clock.pending()).toBe(2);
    stream.abort();

    expect(clock.pending()).toBe(0);
  });

  it('leaves no rejection unhandled in ten thousand aborts', async () => {
    const unhandled = vi.fn<(reason: unknown) => void>();
    process.on('unhandledRejection', unhandled);
    const clock = createFakeClock();
    let open = 0;
    for (let index = 0; index < 10_000; index += 1) {
      const { stream: body, write } = createBody();
      const { transport } = scriptTransport((_request, signal) => {
        open += 1;
        signal.addEventListener('abort', () => (open -= 1));
        // Half of the transports reject, as fetch does; the others never answer or never listen.
        if (index % 4 === 0) return new Promise((_settle, reject) => signal.addEventListener('abort', reject));
        return index % 4 === 1 ? new Promise(() => {}) : sse(body);
      });
      const stream = streamChat({ url: '/chat', transport, clock, resume: index % 2 === 0 });
      if (index % 3 === 0) void stream[Symbol.asyncIterator]().next();
      else void stream.result;
      if (index % 50 === 0) await turn();
      if (index % 4 === 3) write(event({ content: 'a' }));
      if (index % 70 === 0) await turn();
      stream.abort();
    }
    await turn();
    process.off('unhandledRejection', unhandled);

    expect(unhandled).not.toHaveBeenCalled();
    expect([open, clock.pending()]).toEqual([0, 0]);
  });
});

interface Followed {
  readonly stream: ReturnType<typeof streamChat>;
  readonly events: StreamEvent['type'][];
  readonly ends: StreamResult[];
}

function follow(options: Partial<StreamRequest>): Followed {
  const stream = streamChat({ url: '/chat', clock: createFakeClock(), ...options });
  const events: StreamEvent['type'][] = [];
  const ends: StreamResult[] = [];
  stream.listen({
    events: (arrived) => void events.push(...arrived.map(({ type }) => type)),
    end: (result) => ends.push(result),
  });
  return { stream, events, ends };
}

/** Whether nobody holds a reader of the body any more, once all is over. */
async function released(body: ReadableStream): Promise<boolean> {
  await turn();
  return !body.locked;
}

function goOffline(): { readonly page: EventTarget } {
  const page = new EventTarget();
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  return { page };
}
