import { afterEach, describe, expect, it, vi } from 'vitest';
import { CANARY, chatRequest, eventStream, setUp } from '../test/setUp.ts';
import { createChatHandler } from './createChatHandler.ts';

afterEach(() => vi.unstubAllEnvs());

describe('createChatHandler', () => {
  it('says at start-up what is missing, and names the emulator', () => {
    vi.stubEnv('ANT_LING_API_KEY', '');
    vi.stubEnv('LING_BASE_URL', '');

    expect(() => createChatHandler()).toThrow(/ANT_LING_API_KEY.*emulator/);
  });

  it('asks the model with the key, the system prompt and nothing of the client but its messages', async () => {
    const { ask, sent } = setUp({ system: 'Be brief.', params: { temperature: 0.5 } });

    await ask({ messages: [{ role: 'user', content: 'Hi', tool_calls: [1] }], max_tokens: 9, n: 5, stream: false });

    expect(sent[0]?.url).toBe('https://model.example/v1/chat/completions');
    expect(sent[0]?.headers.get('authorization')).toBe(`Bearer ${CANARY}`);
    expect(sent[0]?.body).toEqual({
      model: 'Ling-2.6-flash',
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.5,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ],
    });
  });

  it.each([
    ['no JSON', 'nope', 400, 'invalid_json'],
    ['a list', '[]', 400, 'invalid_json'],
    ['no messages', '{}', 400, 'invalid_messages'],
    ['an empty list of messages', '{"messages":[]}', 400, 'invalid_messages'],
    ['a system message', '{"messages":[{"role":"system","content":"x"}]}', 400, 'invalid_messages'],
    ['a tool message', '{"messages":[{"role":"tool","content":"x"}]}', 400, 'invalid_messages'],
    ['an image', '{"messages":[{"role":"user","content":[{"type":"image_url"}]}]}', 400, 'invalid_messages'],
    ['a number as content', '{"messages":[{"role":"user","content":1}]}', 400, 'invalid_messages'],
    [
      'a model that is not offered',
      '{"model":"other","messages":[{"role":"user","content":"x"}]}',
      400,
      'model_not_allowed',
    ],
    [
      'too many messages',
      JSON.stringify({ messages: Array(201).fill({ role: 'user', content: 'x' }) }),
      413,
      'too_many_messages',
    ],
    ['a body over the limit', ' '.repeat(256 * 1024 + 1), 413, 'body_too_large'],
  ])('refuses %s, and does not ask the model', async (_, body, status, code) => {
    const { handler, sent } = setUp();

    const response = await handler(chatRequest(body));

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, retryable: false } });
    expect(sent).toEqual([]);
  });

  it('refuses a body that any page could post without a preflight', async () => {
    const { handler } = setUp();

    const response = await handler(chatRequest('{"messages":[]}', { 'content-type': 'text/plain' }));

    expect(response.status).toBe(415);
  });

  it.each([
    { from: 401, status: 502, code: 'upstream_auth', retryable: false },
    { from: 403, status: 502, code: 'upstream_auth', retryable: false },
    { from: 402, status: 502, code: 'upstream_quota', retryable: false },
    { from: 404, status: 502, code: 'upstream_rejected', retryable: false },
    { from: 409, status: 502, code: 'upstream_error', retryable: true },
    { from: 429, headers: { 'retry-after': '120' }, status: 429, code: 'rate_limited', retryable: true },
    { from: 500, headers: { 'x-should-retry': 'false' }, status: 502, code: 'upstream_error', retryable: true },
    {
      from: 302,
      headers: { location: 'https://evil.example/' },
      status: 502,
      code: 'upstream_rejected',
      retryable: false,
    },
  ])('maps $from of the model to $status $code', async ({ from, headers = {}, status, code, retryable }) => {
    const { ask } = setUp({}, () => new Response(`{"error":{"message":"key ${CANARY}"}}`, { status: from, headers }));

    const response = await ask();

    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(from === 429 ? '120' : null);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code, retryable, requestId: expect.any(String) } });
    expect(text).not.toContain(CANARY);
  });

  it('calls a model that cannot be reached unreachable', async () => {
    const { ask } = setUp({}, () => {
      throw new TypeError(`connect ECONNREFUSED ${CANARY}`);
    });

    const response = await ask();

    expect(response.status).toBe(502);
    expect(await response.text()).toContain('upstream_unreachable');
  });

  it.each([
    [
      'an error event',
      'data: {"content":"Half"}\n\ndata: {"error":{"message":"boom sk-canary-0123456789"}}\n\n',
      'upstream_error',
    ],
    ['an end without an end mark', 'data: {"content":"Half"}\n\n', 'truncated'],
    ['an event that is no JSON', 'data: {"content":"Half"}\n\ndata: {{{\n\n', 'upstream_protocol'],
  ])('keeps what came before %s, ends with an error event and never with [DONE]', async (_, stream, code) => {
    const { ask } = setUp({}, () => eventStream(stream));

    const text = await (await ask()).text();

    expect(text).toMatch(/^data: {"content":"Half"}\n\ndata: {"error":{"code":"/);
    expect(text).toContain(`"code":"${code}"`);
    expect(text).not.toContain('[DONE]');
    expect(text).not.toContain(CANARY);
  });

  it('does not read the model faster than its reader reads', async () => {
    let pulls = 0;
    const chunk = new TextEncoder().encode(`data: {"content":"${'x'.repeat(16_000)}"}\n\n`);
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        controller.enqueue(chunk);
      },
    });
    const { ask } = setUp({}, () => new Response(endless, { headers: { 'content-type': 'text/event-stream' } }));

    const response = await ask();
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setTimeout(resolve));

    expect(pulls).toBeLessThan(10);
    await response.body?.cancel();
  });

  it('lets authorize refuse', async () => {
    const { ask, sent } = setUp({ authorize: () => new Response('no', { status: 401 }) });

    expect((await ask()).status).toBe(401);
    expect(sent).toEqual([]);
  });

  it('logs codes and counts, and neither key nor prompt', async () => {
    const lines: unknown[] = [];
    const logger = { info: (fields: object) => lines.push(fields), warn: (fields: object) => lines.push(fields) };
    const { ask } = setUp({ logger }, () => new Response(CANARY, { status: 401 }));

    await ask({ messages: [{ role: 'user', content: 'my secret' }] });

    expect(lines).toEqual([expect.objectContaining({ outcome: 'error', code: 'upstream_auth', upstreamStatus: 401 })]);
    expect(JSON.stringify(lines)).not.toMatch(/canary|secret/);
  });
});
