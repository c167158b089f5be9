import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createBody } from '../test/createBody.ts';
import { createFakeClock } from '../test/createFakeClock.ts';
import { DONE, event, reply, scriptTransport, sse } from '../test/scriptTransport.ts';
import { turn } from '../test/turn.ts';
import type { StreamEvent } from './event.ts';
import { LingError } from './LingError.ts';
import type { StreamRequest, Transport } from './request.ts';
import { streamChat } from './streamChat.ts';

const HELLO = `${event({ content: 'Hel' })}${event({ content: 'lo' })}${DONE}`;

describe('streamChat', () => {
  it('yields every event in order and ends after `end`, which carries the result', async () => {
    const stream = streamChat(request(scriptTransport(sse(HELLO)).transport));
    const events = await all(stream);

    expect(events.map(({ type }) => type)).toEqual(['open', 'text', 'text', 'end']);
    expect(events.at(-1)).toEqual({ type: 'end', outcome: 'done', result: await stream.result });
    expect(events[0]).toMatchObject({ attempt: 1, status: 200 });
  });

  it('sends nothing before the first use, and once however it is used', async () => {
    const { transport, requests } = scriptTransport(sse(HELLO));
    const stream = streamChat(request(transport));
    const iterator = stream[Symbol.asyncIterator]();
    await turn();
    expect(requests).toHaveLength(0);

    for (let each = await iterator.next(); each.done !== true;) each = await iterator.next();
    expect(await stream.result).toMatchObject({ text: 'Hello' });
    expect(requests).toHaveLength(1);
    expect(() => stream.listen({ events() {}, end() {} })).toThrow('started already');
    await expect(stream[Symbol.asyncIterator]().next()).rejects.toThrow('started already');
  });

  it('tells a result of everything that came', async () => {
    const text = [
      event({ runId: 'r-1', reasoning: 'Hm.' }),
      event({ content: 'Hi', sources: [{ url: 'https://a.example/' }] }),
      event({ finish_reason: 'stop', usage: { prompt_tokens: 1, completion_tokens: 2 } }),
    ].join('');
    const { metrics, ...result } = await streamChat(request(scriptTransport(sse(text)).transport)).result;

    expect(result).toEqual({
      outcome: 'done',
      text: 'Hi',
      reasoning: 'Hm.',
      finishReason: 'stop',
      usage: { promptTokens: 1, completionTokens: 2, totalTokens: 3 },
      runId: 'r-1',
      parts: [
        { type: 'reasoning', text: 'Hm.', state: 'done', durationMs: 0 },
        { type: 'source', url: 'https://a.example/' },
        { type: 'text', text: 'Hi', state: 'done' },
      ],
    });
    expect(metrics.attempts).toBe(1);
  });

  it('throws one error after everything that came before it, and resolves the result with it', async () => {
    const stream = streamChat(request(scriptTransport(sse(event({ content: 'Hel' }))).transport));
    const seen: string[] = [];
    const failure = await (async () => {
      for await (const each of stream) seen.push(each.type);
    })().catch((error: unknown) => error);

    expect(seen).toEqual(['open', 'text']);
    expect(LingError.is(failure) && failure.code).toBe('truncated');
    expect(await stream.result).toMatchObject({ outcome: 'error', text: 'Hel', error: failure });
  });

  it('ends an iterator once: what follows the error is the end', async () => {
    const iterator = streamChat(request(scriptTransport(reply(404, '')).transport))[Symbol.asyncIterator]();

    await expect(iterator.next()).rejects.toMatchObject({ code: 'http' });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it('aborts when the loop is left', async () => {
    const { stream: body, write, isCancelled } = createBody();
    const { transport, signals } = scriptTransport(sse(body));
    const stream = streamChat(request(transport));
    write(HELLO.slice(0, 60));
    for await (const each of stream) if (each.type === 'text') break;

    expect(signals[0]?.aborted).toBe(true);
    expect(await stream.result).toMatchObject({ outcome: 'stopped' });
    await turn();
    expect(isCancelled()).toBe(true);
  });

  it('aborts at once when an iterator is returned while it waits', async () => {
    const { transport, signals } = scriptTransport(sse(createBody().stream));
    const iterator = streamChat(request(transport))[Symbol.asyncIterator]();
    await iterator.next();
    const waiting = iterator.next();
    await turn();
    const returned = iterator.return?.();

    expect(signals[0]?.aborted).toBe(true);
    expect(await returned).toEqual({ done: true, value: undefined });
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('still hands out what was received when it is aborted', async () => {
    const { stream: body, write } = createBody();
    const stream = streamChat(request(scriptTransport(sse(body)).transport));
    const seen: string[] = [];
    write(event({ content: 'a' }) + event({ content: 'b' }));
    for await (const each of stream) {
      seen.push(each.type === 'text' ? each.text : each.type);
      if (seen.at(-1) === 'a') stream.abort();
    }

    expect(seen).toEqual(['open', 'a', 'b', 'end']);
  });

  it('releases the body though nobody takes the events that are there', async () => {
    const bodies = [createBody(), createBody()];
    const streams = bodies.map(({ stream }) => streamChat(request(scriptTransport(sse(stream)).transport)));
    const iterators = streams.map((stream) => stream[Symbol.asyncIterator]());
    for (const iterator of iterators) await iterator.next();
    for (const { write } of bodies) write(event({ content: 'a' }));
    await turn();
    for (const iterator of iterators) await iterator.next();
    streams[0]?.abort();
    void iterators[1]?.return?.();
    await turn();

    expect(bodies.map(({ stream, isCancelled }) => [stream.locked, isCancelled()])).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  it('answers several waiting calls of next in order', async () => {
    const { stream: body, write } = createBody();
    const iterator = streamChat(request(scriptTransport(sse(body)).transport))[Symbol.asyncIterator]();
    const three = [iterator.next(), iterator.next(), iterator.next()];
    write(HELLO);

    const types = (await Promise.all(three)).map(({ value }) => value?.type);
    expect(types).toEqual(['open', 'text', 'text']);
  });

  it('sends nothing when it is left or aborted before it began', async () => {
    const { transport, requests } = scriptTransport();
    const left = streamChat(request(transport));
    const iterator = left[Symbol.asyncIterator]();
    await iterator.return?.();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    const aborted = streamChat(request(transport));
    aborted.abort();
    await using disposed = streamChat(request(transport));

    expect(await left.result).toMatchObject({ outcome: 'stopped', metrics: { attempts: 0 } });
    expect(await aborted.result).toMatchObject({ outcome: 'stopped', parts: [] });
    await disposed[Symbol.asyncDispose]();
    expect(await disposed.result).toMatchObject({ outcome: 'stopped' });
    await turn();
    expect(requests).toHaveLength(0);
  });

  it('reads on only when the loop has dealt with what there is, and lets no limit run meanwhile', async () => {
    const clock = createFakeClock();
    const { stream: body, write } = createBody();
    const stream = streamChat({ ...request(scriptTransport(sse(body)).transport), clock });
    const iterator = stream[Symbol.asyncIterator]();
    await iterator.next();
    const first = iterator.next();
    write(event({ content: 'a' }));
    await first;
    clock.advance(3_630_000);
    const second = iterator.next();
    await turn();
    clock.advance(59_999); // the silence counts from here
    write(event({ content: 'b' }), DONE);

    expect((await second).value).toEqual({ type: 'text', text: 'b' });
    expect((await iterator.next()).value).toMatchObject({ type: 'end', outcome: 'done' });
  });

  it('surfaces a foreign signal as `aborted` to whoever iterates, with its reason', async () => {
    const controller = new AbortController();
    const stream = streamChat({
      ...request(scriptTransport(sse(createBody().stream)).transport),
      signal: controller.signal,
    });
    const iterating = all(stream);
    await turn();
    controller.abort('left the page');

    await expect(iterating).rejects.toMatchObject({ code: 'aborted', cause: 'left the page' });
    expect(await stream.result).toMatchObject({ outcome: 'stopped', error: undefined });
  });

  it('does nothing for a signal that has fired before, or fires after the end', async () => {
    const { transport, requests } = scriptTransport();
    const early = streamChat({ ...request(transport), signal: AbortSignal.abort('too late') });
    expect(await early.result).toMatchObject({ outcome: 'stopped' });
    expect(requests).toHaveLength(0);

    const controller = new AbortController();
    const late = streamChat({ ...request(scriptTransport(sse(HELLO)).transport), signal: controller.signal });
    await all(late);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    controller.abort();
    expect(await late.result).toMatchObject({ outcome: 'done' });
  });

  it('reports what a listener throws as uncaught, once, and streams on', async () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const events = vi.fn<(events: readonly StreamEvent[]) => void>(() => {
      throw new Error('mine');
    });
    const stream = streamChat(request(scriptTransport(sse(HELLO)).transport));
    stream.listen({
      events,
      end() {
        throw new Error('mine, too');
      },
    });

    expect(await stream.result).toMatchObject({ outcome: 'done', text: 'Hello' });
    expect(events.mock.calls.length).toBeGreaterThan(1);
    expect(reported.mock.calls).toEqual([[expect.objectContaining({ code: 'callback', cause: new Error('mine') })]]);
    vi.unstubAllGlobals();
  });

  it('reports what an asynchronous listener rejects with, and streams on', async () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const stream = streamChat(request(scriptTransport(sse(HELLO)).transport));
    stream.listen({ events: () => Promise.reject(new Error('mine')), end() {} });

    expect(await stream.result).toMatchObject({ outcome: 'done', text: 'Hello' });
    await turn();
    expect(reported).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });
});

function request(transport: Transport): StreamRequest {
  return { url: '/chat', transport, clock: createFakeClock() };
}

async function all(stream: AsyncIterable<StreamEvent>): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const each of stream) events.push(each);
  return events;
}
