import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bodyOf, createBody } from '../test/createBody.ts';
import { createFakeClock } from '../test/createFakeClock.ts';
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
import type { StreamEvent } from './event.ts';
import type { StreamRequest, TransportResponse } from './request.ts';
import type { StreamResult } from './result.ts';
import { streamChat } from './streamChat.ts';

describe('resume', () => {
  it('asks for event ids and names the run, the same at every attempt', async () => {
    const { requests } = await run([reply(503, ''), sse(numbered('ab') + DONE)], { body: { model: 'm' } });
    const ids = requests.map(({ body }) => JSON.parse(body ?? '').runId);

    expect(requests.map(({ method, headers }) => [method, headers.get('x-ling-stream')])).toEqual([
      ['POST', '1'],
      ['POST', '1'],
    ]);
    expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ model: 'm' });
  });

  it('sends neither where it is off, and asks only once', async () => {
    const { requests, result } = await run([broken('ab')], { resume: false });

    expect(result).toMatchObject({ outcome: 'error', text: 'ab', runId: undefined, error: { code: 'network' } });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers.has('x-ling-stream')).toBe(false);
    expect(requests[0]?.body).not.toContain('runId');
  });

  it('goes on after a break with what comes next', async () => {
    const body = vi.fn<() => Record<string, unknown>>(() => ({}));
    const { requests, result, events } = await run([broken('ab'), sse(numbered('cd', 3) + DONE)], {
      body,
      url: '/chat/?tenant=1',
      headers: { authorization: 'Bearer x' },
    });

    expect(result).toMatchObject({ outcome: 'done', text: 'abcd', metrics: { attempts: 2, reconnects: 1, deltas: 4 } });
    expect(requests[1]).toMatchObject({ method: 'GET', url: `/chat/runs/${result.runId}?tenant=1` });
    expect([...(requests[1]?.headers ?? [])]).toEqual([
      ['accept', 'text/event-stream'],
      ['authorization', 'Bearer x'],
      ['last-event-id', '2'],
      ['x-ling-stream', '1'],
    ]);
    expect(requests[1]).not.toHaveProperty('body');
    expect(body).toHaveBeenCalledTimes(1);
    expect(events.map(({ type }) => type).filter((type) => type !== 'text')).toEqual([
      'open',
      'reconnecting',
      'open',
      'end',
    ]);
  });

  it('goes on after a stream that ended too early', async () => {
    const { result } = await run([sse(numbered('ab')), sse(numbered('cd', 3) + DONE)]);
    expect(result).toMatchObject({ outcome: 'done', text: 'abcd' });
  });

  it('takes no JSON for the rest of a run', async () => {
    const { result } = await run([broken('ab'), sse('{"content":"ab"}')]);
    expect(result).toMatchObject({ text: 'ab', error: { code: 'protocol' } });
  });

  it('drops what it has read before', async () => {
    const { result } = await run([broken('abc'), sse(numbered('bbbcd', -1) + numbered('d', 4) + DONE)]);
    expect(result.text).toBe('abcd');
  });

  it('keeps every event that has no id of its own', async () => {
    const { result } = await run([broken('ab'), sse(event({ content: 'c' }) + event({ content: 'd' }) + DONE)]);
    expect(result.text).toBe('abcd');
  });

  it('begins anew, ids and all, when it asks a second time', async () => {
    const { result, events } = await run([
      sse(event({ model: 'first' }, 7)),
      sse(event({ model: 'second' }, 1) + numbered('ab', 2) + DONE),
    ]);

    expect(result.text).toBe('ab');
    expect(events.filter(({ type }) => type === 'start')).toEqual([
      { type: 'start', model: 'first' },
      { type: 'start', model: 'second' },
    ]);
  });

  it('keeps an event that takes the id back, and resumes no more', async () => {
    const { result, requests } = await run([sse(`${numbered('ab')}id:\n${event({ content: 'c' })}`)]);

    expect(result).toMatchObject({ text: 'abc', error: { code: 'truncated' } });
    expect(requests).toHaveLength(1);
  });

  it('resumes by ids that are no numbers, too', async () => {
    const { stream, write, fail } = createBody();
    const settled = run([sse(stream), sse(`id: 1-2\n${event({ content: 'b' })}${DONE}`)]);
    write(`id: 1-1\n${event({ content: 'a' })}`);
    await turn();
    fail();
    const { requests, result } = await settled;

    expect(requests[1]?.headers.get('last-event-id')).toBe('1-1');
    expect(result.text).toBe('ab');
  });

  it('continues the arguments of a tool call', async () => {
    const call = { index: 0, id: 'call_a', name: 'weather', arguments: '{"city":' };
    const rest = event({ tool_calls: [{ index: 0, arguments: '"杭州"}' }] }, 2) + event({ finish_reason: 'stop' }, 3);
    const { result } = await run([sse(event({ tool_calls: [call] }, 1)), sse(rest)]);

    expect(result.parts).toEqual([
      expect.objectContaining({ toolCallId: 'call_a', state: 'ready', args: { city: '杭州' } }),
    ]);
  });

  it('is done when the server says that nothing comes after', async () => {
    const { result } = await run([broken('ab'), reply(204, null)]);
    expect(result).toMatchObject({ outcome: 'done', text: 'ab' });
  });

  it.each([403, 404])('ends with what it has when the run is refused with %d', async (status) => {
    const { result, requests } = await run([broken('ab'), reply(status, '{}')]);

    expect(result).toMatchObject({ outcome: 'error', text: 'ab', error: { code: 'http', status } });
    expect(requests).toHaveLength(2);
  });

  it('says of a run that is gone that asking again helps', async () => {
    const { result } = await run([broken('ab'), reply(404, '{}')]);

    expect(result.error?.retryable).toBe(true);
    expect(result.error?.message).toContain('forgotten');
  });

  it.each([
    ['a page', reply(200, '<html>', { 'content-type': 'text/html' })],
    ['a whole reply', reply(200, '{"choices":[{"message":{"content":"abcd"}}]}')],
  ])('takes %s for no continuation', async (_name, answer) => {
    const { result } = await run([broken('ab'), answer]);
    expect(result).toMatchObject({ text: 'ab', error: { code: 'protocol' } });
  });

  it('tries five times in a row, and anew after every step forward', async () => {
    const failed = reply(503, '');
    const never = Array.from({ length: 5 }, () => () => reply(503, ''));
    const { result, requests } = await run([
      broken('a'),
      ...never.slice(1),
      broken('b', 2),
      ...never.slice(1),
      failed,
      broken('c', 3),
    ]);

    expect(result).toMatchObject({ text: 'ab', error: { code: 'http', status: 503 } });
    expect(requests).toHaveLength(11);
  });

  it('tries as often as the request says', async () => {
    const { requests } = await run([broken('a'), reply(503, '')], { resume: { maxAttempts: 1 } });
    expect(requests).toHaveLength(2);
  });

  it('tells of each attempt with its delay', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { events } = await run([broken('a'), reply(503, ''), sse(numbered('b', 2) + DONE)]);
    vi.restoreAllMocks();

    expect(events.filter(({ type }) => type === 'reconnecting')).toEqual([
      { type: 'reconnecting', attempt: 1, delayMs: 250 },
      { type: 'reconnecting', attempt: 2, delayMs: 500 },
    ]);
  });

  it('replaces a connection that went dead once, and no second time', async () => {
    const clock = createFakeClock();
    const bodies = [createBody(), createBody()];
    const script = scriptTransport(...bodies.map(({ stream }) => sse(stream)));
    const settled = streamChat({ url: '/', transport: script.transport, clock, resume: true }).result;
    bodies[0]?.write(numbered('a'));
    await turn();
    clock.advance(60_000 + 500);
    await turn();
    expect(script.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    clock.advance(60_000);

    expect(await settled).toMatchObject({ text: 'a', error: { code: 'timeout', phase: 'idle' } });
    expect(bodies.map(({ isCancelled }) => isCancelled())).toEqual([true, true]);
  });

  it('does not resume an error that the provider reported, nor one of the protocol', async () => {
    for (const text of [event({ error: 'x' }, 2), 'data: {\n\n'])
      expect((await run([sse(numbered('a') + text)])).requests).toHaveLength(1);
  });

  it('does not resume where the server gives no ids', async () => {
    const { result, requests } = await run([sse(event({ content: 'a' }))]);

    expect(result).toMatchObject({ text: 'a', error: { code: 'truncated' } });
    expect(requests).toHaveLength(1);
  });

  it('is done with an answer that said so, though its connection broke', async () => {
    const { stream, write, fail } = createBody();
    const settled = run([sse(stream)]);
    write(numbered('a') + event({ finish_reason: 'stop' }, 2));
    await turn();
    fail();

    expect((await settled).result).toMatchObject({ outcome: 'done', finishReason: 'stop' });
  });

  it('stops the model at the server, wherever the stream stands, and asks nothing of the answer', async () => {
    const { stream: body, write } = createBody();
    const stopped = vi.fn<() => never>(() => {
      throw new TypeError('offline');
    });
    const script = scriptTransport(sse(body), stopped);
    const chat = streamChat({ url: '/chat', transport: script.transport, clock: createFakeClock(), resume: true });
    const settled = chat.result;
    write(numbered('a'));
    await turn();
    chat.abort();
    const { runId, outcome } = await settled;
    await turn();

    expect(outcome).toBe('stopped');
    expect(stopped).toHaveBeenCalledTimes(1);
    expect(script.requests[1]).toMatchObject({
      method: 'DELETE',
      url: `/chat/runs/${runId}`,
      init: { keepalive: true },
    });
    expect(script.signals[1]?.aborted).toBe(false);
  });

  it('reads nothing of what the server answers to that', async () => {
    const { stream: body, isCancelled } = createBody();
    const script = scriptTransport(() => new Promise(() => {}), reply(200, body));
    const chat = streamChat({ url: '/chat', transport: script.transport, clock: createFakeClock(), resume: true });
    void chat.result;
    await turn();
    chat.abort();
    await turn();

    expect(isCancelled()).toBe(true);
  });

  it.each([
    ['nothing was sent', true],
    ['nothing is resumed', false],
  ])('stops no model where %s', async (_name, resume) => {
    const script = scriptTransport(() => new Promise(() => {}));
    const chat = streamChat({ url: '/chat', transport: script.transport, clock: createFakeClock(), resume });
    void chat.result;
    if (!resume) await turn();
    chat.abort();
    await turn();

    expect(script.requests.map(({ method }) => method)).toEqual(resume ? [] : ['POST']);
  });

  it('stops while it waits to reconnect', async () => {
    const clock = createFakeClock();
    const script = scriptTransport(broken('a'), reply(200, null));
    const chat = streamChat({ url: '/', transport: script.transport, clock, resume: true });
    const settled = chat.result;
    await turn();
    chat.abort();
    clock.advance(60_000);
    await turn();

    expect(await settled).toMatchObject({ outcome: 'stopped', text: 'a' });
    expect(script.requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });

  it('finds the run where the request says', async () => {
    const url = (runId: string, lastEventId: string): string => `/runs?id=${runId}&after=${lastEventId}`;
    const { requests } = await run([broken('ab'), sse(numbered('c', 3) + DONE)], { resume: { url, runId: 'r-1' } });

    expect(requests[0]?.body).toContain('"runId":"r-1"');
    expect(requests[1]?.url).toBe('/runs?id=r-1&after=2');
  });

  it('goes on with a run from before the page was reloaded', async () => {
    const resume = { runId: 'r-1', after: '2' };
    const { requests, result } = await run([reply(503, ''), sse(numbered('cd', 3) + DONE)], { resume });

    expect(requests.map(({ method, url, headers }) => [method, url, headers.get('last-event-id')])).toEqual([
      ['GET', '/chat/runs/r-1', '2'],
      ['GET', '/chat/runs/r-1', '2'],
    ]);
    expect(result).toMatchObject({ outcome: 'done', text: 'cd', runId: 'r-1' });
  });

  it('follows a run from its beginning', async () => {
    const { requests, result } = await run([sse(numbered('ab') + DONE)], { resume: { runId: 'r-1', after: '' } });

    expect(requests[0]?.headers.has('last-event-id')).toBe(false);
    expect(result.text).toBe('ab');
  });

  it('loses no token and doubles none, however often and wherever the connection breaks', async () => {
    const answer = '春眠不觉晓，处处闻啼鸟。';
    const encoder = new TextEncoder();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(60), fc.boolean(), fc.nat(2))), async (breaks) => {
        const serve = (index: number) => (request: { readonly headers: Headers }) => {
          const [length, isClean, repeats] = breaks[index] ?? [undefined, true, 0];
          const after = Math.max(0, Number(request.headers.get('last-event-id') ?? 0) - repeats);
          const bytes = encoder.encode(numbered(answer.slice(after), after + 1) + event({ finish_reason: 'stop' }, 13));
          const { stream, write, close, fail } = createBody();
          // At least one new event each time, else the attempts run out.
          write(bytes.subarray(0, length === undefined ? bytes.length : length + 50 * (repeats + 1)));
          if (isClean) close();
          else setImmediate(fail);
          return sse(stream);
        };
        const { result } = await run(Array.from({ length: 40 }, (_each, index) => serve(index)));
        expect(result).toMatchObject({ outcome: 'done', text: answer });
      }),
      { numRuns: 60 },
    );
  });
});

/** One event for each character, numbered. */
function numbered(text: string, first = 1): string {
  return Array.from(text, (content, index) => event({ content }, first + index)).join('');
}

/** A stream that brings some events, and breaks. */
function broken(text: string, first = 1): () => TransportResponse {
  return () => {
    let isRead = false;
    const bytes = bodyOf(numbered(text, first));
    const reader = bytes.getReader();
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
      const { value } = isRead ? {} : await reader.read();
      isRead = true;
      if (value === undefined) controller.error(new TypeError('reset'));
      else controller.enqueue(value);
    };
    return sse(new ReadableStream({ pull }));
  };
}

interface Outcome extends ScriptedTransport {
  readonly result: StreamResult;
  readonly events: readonly StreamEvent[];
}

/** Runs a stream to its end without waiting. */
async function run(answers: readonly Answer[], options: Partial<StreamRequest> = {}): Promise<Outcome> {
  const script = scriptTransport(...answers);
  const clock = createFakeClock();
  const hasty = {
    ...clock,
    setTimer(wake: () => void, delayMs: number) {
      if (delayMs >= 30_000 || delayMs === 2_500) return clock.setTimer(wake, delayMs);
      queueMicrotask(wake);
      return () => {};
    },
  };
  const events: StreamEvent[] = [];
  const stream = streamChat({ url: '/chat', transport: script.transport, clock: hasty, resume: true, ...options });
  stream.listen({ events: (arrived) => void events.push(...arrived), end() {} });
  return { ...script, result: await stream.result, events };
}
