import { describe, expect, it, vi } from 'vitest';
import { bodyOf, createBody } from '../test/createBody.ts';
import { createFakeClock } from '../test/createFakeClock.ts';
import { readFixture } from '../test/readFixture.ts';
import { type Answer, DONE, event, reply, scriptTransport, sse } from '../test/scriptTransport.ts';
import { turn } from '../test/turn.ts';
import type { StreamEvent } from './event.ts';
import { LingError } from './LingError.ts';
import type { StreamRequest } from './request.ts';
import type { StreamResult } from './result.ts';
import { streamChat } from './streamChat.ts';

const SECRET = 'sk-secret the prompt the reply';

describe('a response that is no stream', () => {
  it.each([
    ['JSON', '{"error":{"message":"No such model","code":"model_not_found","request_id":"req-1"}}', 'No such model'],
    ['JSON of one sentence', '{"error":"No such model"}', 'No such model'],
    ['text', 'No such model', 'No such model'],
    ['HTML', '<!doctype html><h1>No such model</h1>', undefined],
    ['nothing', '', ''],
  ])('is an error with its status, in %s', async (_name, body, providerMessage) => {
    const { error } = await run(reply(404, body));

    expect(error).toMatchObject({ code: 'http', status: 404, phase: 'connect', retryable: false });
    expect(error?.providerMessage).toBe(providerMessage);
    expect(error?.message).toContain('404. Nothing is mounted at that path');
  });

  it.each([
    [400, 'Compare the request body'],
    [401, 'credentials'],
    [403, 'permissions'],
    [405, 'takes no POST'],
    [413, 'shorter messages'],
    [429, 'try again'],
    [418, 'documentation'],
    [500, 'see its log'],
  ])('says what to do about %d', async (status, advice) => {
    const { error } = await run(reply(status, null));
    expect(error?.message).toMatch(new RegExp(`^The chat endpoint answered ${status}\\. .*${advice}`));
  });

  it('keeps the code, the id of the request and the time to wait', async () => {
    const body = '{"error":{"code":"rate_limited","message":"x"}}';
    const { error } = await run(reply(429, body, { 'x-request-id': 'req-1', 'retry-after': '70' }));

    expect(error).toMatchObject({ providerCode: 'rate_limited', requestId: 'req-1', retryAfterMs: 70_000 });
    expect((await run(reply(400, '{"request_id":"r"}', { 'request-id': 'req-2' }))).error?.requestId).toBe('req-2');
  });

  it('never repeats a key, a prompt or a reply where it can be seen', async () => {
    const error = { message: SECRET, code: SECRET, type: SECRET, request_id: SECRET };
    const answers = [reply(400, JSON.stringify({ error })), sse(event({ error })), sse(event({ error: SECRET }))];
    for (const answer of answers) {
      const { error: failure } = await run(answer);
      expect(failure?.providerMessage).toBe(SECRET);
      const visible = [String(failure), failure?.stack, failure, Object.entries(failure ?? {})];
      expect(JSON.stringify(visible)).not.toContain('secret');
    }
  });

  it('reads no more than 64 KiB of it and keeps 2,000 characters', async () => {
    const { stream, write, isCancelled } = createBody();
    for (let count = 0; count < 66; count += 1) write('x'.repeat(1024));
    const { error } = await run(reply(500, stream));

    expect(error?.providerMessage).toBe('x'.repeat(2_000));
    expect([isCancelled(), stream.locked]).toEqual([true, false]);
  });

  it('keeps its status though its body breaks off', async () => {
    const { stream, fail } = createBody();
    fail();
    expect((await run(reply(401, stream))).error).toMatchObject({ code: 'http', status: 401 });
  });

  it('is refused by moderation where its code says so', async () => {
    const { error } = await run(reply(400, '{"code":"data_inspection_failed","message":"x"}'));
    expect(error).toMatchObject({ code: 'content_filter', status: 400, retryable: false });
  });

  it.each([
    ['a page', reply(200, '<html>', { 'content-type': 'text/html; charset=utf-8' }), 'with text/html instead'],
    ['no body', reply(200, null, { 'content-type': 'text/event-stream' }), 'with text/event-stream instead'],
    ['no content', reply(204, null, {}), 'with no content instead'],
    ['no stream', { ...reply(200, null), body: undefined }, 'with application/json instead'],
    ['a file', reply(200, 'x', { 'content-type': 'application/pdf' }), 'with application/pdf instead'],
  ])('is a fault of the protocol when it is %s with a good status', async (_name, answer, sentence) => {
    const { error } = await run(answer);

    expect(error).toMatchObject({ code: 'protocol', phase: 'connect', retryable: false });
    expect(error?.message).toContain(sentence);
  });

  it('is cancelled unread', async () => {
    const { stream, isCancelled } = createBody();
    await run(reply(200, stream, { 'content-type': 'text/html' }));
    expect(isCancelled()).toBe(true);
  });

  it.each(['', 'text/plain', 'TEXT/EVENT-STREAM; charset=gbk', 'application/octet-stream'])(
    'may be a stream with the type %j',
    async (type) => {
      expect(await run(reply(200, event({ content: '春' }) + DONE, { 'content-type': type }))).toMatchObject({
        text: '春',
      });
    },
  );
});

describe('a body that is no event stream whatever its type says', () => {
  const run200 = (body: string, type: string): Promise<StreamResult> => run(reply(200, body, { 'content-type': type }));

  it.each(['', 'text/plain', 'text/event-stream'])('is known under the type %j', async (type) => {
    const page = await run200('\uFEFF\n <!doctype html>\n\n<h1>Log in</h1>\n', type);
    expect(page.error).toMatchObject({ code: 'protocol', phase: 'stream', retryable: false });
    expect(page.error?.message).toContain('with a page instead');

    const error = await run200('{"error":\n\n{"code":"no_quota","message":"x"}}', type);
    expect(error.error).toMatchObject({ code: 'api', providerCode: 'no_quota' });

    expect(await run200('{"content":"Hi"}', type)).toMatchObject({ outcome: 'done', text: 'Hi' });
    expect((await run200('[1]', type)).error).toMatchObject({ code: 'protocol' });
    expect((await run200('{"content":"H', type)).error).toMatchObject({ code: 'protocol' });
  });

  it('is one no more when an event has come', async () => {
    const text = '{\n' + event({ content: 'Hi' }) + '{"error":"x"}';
    expect(await run(sse(text))).toMatchObject({ text: 'Hi', error: { code: 'truncated' } });
  });

  it('may be a stream that brought nothing', async () => {
    for (const body of ['', ': hb\n\n', ' \n']) expect((await run(sse(body))).error?.code).toBe('truncated');
  });
});

describe('a JSON reply', () => {
  it.each(['{"content":""}', '{"choices":[{"message":{"content":""}}]}'])('%s is an empty answer', async (body) => {
    expect(await run(reply(200, body))).toMatchObject({ outcome: 'done', text: '', parts: [] });
  });

  it('may be just as long as the limit', async () => {
    const body = '{"content":"Hi"}';
    expect(await run(reply(200, body), { limits: { eventChars: body.length } })).toMatchObject({ text: 'Hi' });
    expect((await run(reply(200, body), { limits: { eventChars: body.length - 1 } })).error?.code).toBe('protocol');
  });

  it.each([
    [
      'of OpenAI',
      { id: 'c', choices: [{ message: { content: 'Hi', reasoning_content: 'Hm.' }, finish_reason: 'stop' }] },
    ],
    ['of ours', { content: 'Hi', reasoning: 'Hm.', finish_reason: 'stop' }],
  ])('%s is an answer', async (_name, value) => {
    const result = await run(reply(200, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8' }));
    expect(result).toMatchObject({ outcome: 'done', text: 'Hi', reasoning: 'Hm.', finishReason: 'stop' });
  });

  it.each([
    ['an error', '{"error":{"message":"x","code":"no_quota"}}', { code: 'api', providerCode: 'no_quota' }],
    ['something else', '{"version":"1.0"}', { code: 'protocol' }],
    ['broken', '{"choices":[', { code: 'protocol' }],
    ['too long', `{"content":"${'x'.repeat(2_000)}"}`, { code: 'protocol' }],
  ])('that is %s is an error', async (_name, body, expected) => {
    expect((await run(reply(200, body), { limits: { eventChars: 1_000 } })).error).toMatchObject(expected);
  });
});

describe('limits', () => {
  it.each([
    ['eventChars', event({ content: 'xxxxxxx' })],
    ['answerChars', event({ content: 'xx' }) + event({ reasoning: 'xx' })],
    ['toolArgumentChars', event({ tool_calls: [{ index: 0, id: 'a', name: 'b', arguments: '[1,2]' }] })],
  ])('%s ends a stream with what had arrived', async (option, text) => {
    const { stream, write, isCancelled } = createBody();
    write(event({ content: 'a' }) + text + DONE);
    const limits = {
      eventChars: 80,
      answerChars: 4,
      toolArgumentChars: 4,
      ...(option === 'eventChars' && { eventChars: 24 }),
    };
    const result = await run(sse(stream), { limits });

    expect(result.text).toMatch(/^ax{0,2}$/);
    expect(result.error).toMatchObject({ code: 'protocol', phase: 'stream' });
    expect(result.error?.message).toContain(`limits.${option}`);
    expect(isCancelled()).toBe(true);
  });

  it('let through what just fits', async () => {
    const limits = { eventChars: 24, answerChars: 3, toolArgumentChars: 2 };
    expect(await run(sse(event({ content: 'abc' }) + DONE), { limits })).toMatchObject({
      outcome: 'done',
      text: 'abc',
    });
  });
});

describe('requireTerminator', () => {
  const hi = event({ content: 'Hi' });

  it.each([
    [true, DONE, 'done'],
    [true, event({ finish_reason: 'stop' }), 'done'],
    [true, '', 'error'],
    ['finish_reason', event({ finish_reason: 'stop' }), 'done'],
    ['finish_reason', DONE, 'error'],
    [false, '', 'done'],
  ] as const)('%s makes of an answer that ends with %j: %s', async (requireTerminator, end, outcome) => {
    expect(await run(sse(hi + end), { requireTerminator })).toMatchObject({ outcome, text: 'Hi' });
  });

  it('takes an end mark back when the answer goes on, as after a tool', async () => {
    const text = event({ content: 'a', finish_reason: 'tool_calls' }) + event({ content: 'b' });
    expect(await run(sse(text))).toMatchObject({ outcome: 'error', text: 'ab', error: { code: 'truncated' } });
  });

  it('makes an empty answer of nothing but an end mark', async () => {
    expect(await run(sse(DONE))).toMatchObject({ outcome: 'done', parts: [], finishReason: null });
  });

  it('takes an answer for complete whose connection breaks after it said so', async () => {
    const { stream, write, fail } = createBody();
    write(hi + event({ finish_reason: 'stop' }));
    const settled = run(sse(stream));
    await turn();
    fail();
    expect(await settled).toMatchObject({ outcome: 'done', finishReason: 'stop' });
  });
});

describe('a connection that breaks', () => {
  it('completes no tool call', async () => {
    const text = event({ tool_calls: [{ id: 'a', name: 'pay', arguments: '{}' }] });
    const [cut, whole] = await Promise.all([run(sse(text)), run(sse(text + DONE))]);

    expect(cut.parts).toMatchObject([{ type: 'tool', state: 'error' }]);
    expect(whole.parts).toMatchObject([{ type: 'tool', state: 'ready', args: {} }]);
  });

  const bytes = readFixture('openai-usage-last');

  it.each(['ends', 'is reset'])('is told apart from an answer at every byte where it %s', async (how) => {
    for (let length = 1; length < bytes.length; length += 1) {
      const { stream, write, close, fail } = createBody();
      write(bytes.subarray(0, length));
      if (how === 'ends') close();
      const settled = run(sse(stream));
      if (how === 'is reset') await turn();
      if (how === 'is reset' && !stream.locked) continue; // the answer was complete before
      if (how === 'is reset') fail();
      const { outcome, text, finishReason, error } = await settled;

      expect('Spring comes').toMatch(new RegExp(`^${text}`));
      const failure = how === 'ends' ? 'truncated' : 'network';
      expect([outcome, error?.code]).toEqual(finishReason === 'stop' ? ['done', undefined] : ['error', failure]);
    }
  });
});

describe('decode', () => {
  const text =
    'event: say\ndata: one\n\nevent: skip\ndata: {broken\n\n' + event({ content: ' two' }) + 'event: over\ndata:\n\n';
  const decode: StreamRequest['decode'] = ({ event: name, data }) => {
    if (name === 'say') return [{ type: 'text', text: data }];
    if (name === 'over') return 'done';
    return name === 'skip' ? [] : null;
  };

  it('reads a dialect of the app’s own, and leaves the rest to ours', async () => {
    expect(await run(sse(text), { decode })).toMatchObject({ outcome: 'done', text: 'one two' });
  });

  it('ends the stream with `callback` when it throws, or with the error it throws', async () => {
    const cause = new Error('mine');
    const throwing = (error: Error) => () => {
      throw error;
    };
    expect((await run(sse(text), { decode: throwing(cause) })).error).toMatchObject({ code: 'callback', cause });
    const own = new LingError('api', 'mine');
    expect((await run(sse(text), { decode: throwing(own) })).error).toBe(own);
  });
});

describe('fetch', () => {
  it('is called with the request, at each attempt anew, and may be replaced', async () => {
    const fetched = vi.fn<typeof fetch>(async () => new Response(bodyOf(event({ content: 'Hi' }) + DONE)));
    const clock = createFakeClock();
    const init = { credentials: 'include', cache: 'no-store' } as const;
    const result = await streamChat({ url: new URL('https://a.example/chat'), fetch: fetched, clock, init }).result;

    expect(result.text).toBe('Hi');
    const [url, sent] = fetched.mock.calls[0] ?? [];
    expect(url).toBe('https://a.example/chat');
    expect(sent).toMatchObject({ method: 'POST', body: '{}', ...init, signal: expect.any(AbortSignal) });

    vi.stubGlobal('fetch', fetched);
    await streamChat({ url: '/', clock, retry: false }).result;
    vi.unstubAllGlobals();
    expect(fetched).toHaveBeenCalledTimes(2);
  });
});

describe('events', () => {
  it('are all passed on in the order in which they came', async () => {
    const stream = streamChat({
      url: '/',
      transport: scriptTransport(
        sse(event({ content: 'a', tool_calls: [{ id: 'x', name: 'y' }], reasoning: 'Hm.' }) + DONE),
      ).transport,
      clock: createFakeClock(),
    });
    const seen: StreamEvent[] = [];
    for await (const each of stream) seen.push(each);

    expect(seen.map(({ type }) => type)).toEqual(['open', 'reasoning', 'text', 'tool-call', 'end']);
  });
});

function run(answer: Answer, options: Partial<StreamRequest> = {}): Promise<StreamResult> {
  const { transport } = scriptTransport(answer);
  return streamChat({ url: '/chat', transport, clock: createFakeClock(), retry: false, ...options }).result;
}
