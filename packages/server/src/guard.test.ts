import { RateLimiterMemory } from 'rate-limiter-flexible';
import { describe, expect, it } from 'vitest';
import { answer, chatRequest, eventStream, openAnswer, setUp } from '../test/setUp.ts';
import { createChatHandler } from './createChatHandler.ts';
import { noteClientAddress } from './clientAddress.ts';

describe('the number of answers at a time', () => {
  it('is bounded for the process, and a place is free again when an answer has ended', async () => {
    const answers = [openAnswer(), openAnswer()];
    let asked = 0;
    const { ask } = setUp({ limits: { streams: 2 } }, () => answers[asked++]?.response ?? answer('later'));
    const [first] = [await ask(), await ask()];

    const third = await ask();
    expect(third.status).toBe(503);
    expect(third.headers.get('retry-after')).toBe('2');
    expect(await third.json()).toMatchObject({ error: { code: 'overloaded', retryable: true } });

    answers[0]?.end();
    await first?.text();
    expect((await ask()).status).toBe(200);
  });

  it('is bounded for each user, and no user takes another one’s place', async () => {
    const authorize = (request: Request) => request.headers.get('x-user') ?? undefined;
    const { ask } = setUp({ authorize, limits: { streamsPerUser: 1 } }, () => openAnswer().response);
    await ask({}, { 'x-user': '__proto__' });

    const second = await ask({}, { 'x-user': '__proto__' });
    expect(second.status).toBe(429);
    expect(await second.json()).toMatchObject({ error: { code: 'too_many_streams', retryable: true } });
    expect((await ask({}, { 'x-user': 'constructor' })).status).toBe(200);
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
  });

  it('counts no answer that the model refused, nor one whose reader left', async () => {
    const replies = [() => new Response('', { status: 400 }), () => openAnswer().response, () => answer('Hi')];
    const { ask } = setUp({ limits: { streams: 1 } }, () => replies.shift()?.() ?? answer('Hi'));

    expect((await ask()).status).toBe(502);
    await (await ask()).body?.cancel();
    expect((await ask()).status).toBe(200);
  });
});

describe('the rate', () => {
  it('is that of a limiter of rate-limiter-flexible, for each user', async () => {
    const rateLimit = new RateLimiterMemory({ points: 1, duration: 60 });
    const { ask, sent } = setUp({ rateLimit, authorize: (request) => request.headers.get('x-user') ?? 'nobody' });

    expect((await ask({}, { 'x-user': 'a' })).status).toBe(200);
    const refused = await ask({}, { 'x-user': 'a' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await refused.json()).toMatchObject({ error: { code: 'rate_limited', retryable: true } });
    expect((await ask({}, { 'x-user': 'b' })).status).toBe(200);
    expect(sent).toHaveLength(2);
  });

  it('is that of the address where nobody is named', async () => {
    const keys: string[] = [];
    const { handler, ask } = setUp({ rateLimit: { consume: async (key) => keys.push(key) } });
    const request = chatRequest('{"messages":[{"role":"user","content":"Hi"}]}');
    noteClientAddress(request, '192.0.2.1');
    await handler(request);
    await ask();

    expect(keys).toEqual(['192.0.2.1', 'anybody']);
  });

  it('lets nobody in while it cannot be counted', async () => {
    const { ask, sent } = setUp({ rateLimit: { consume: () => Promise.reject(new Error('Redis is gone')) } });

    const response = await ask();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'limiter_unavailable' } });
    expect(sent).toEqual([]);
  });

  it('is not used up by requests that are refused', async () => {
    const rateLimit = new RateLimiterMemory({ points: 1, duration: 60 });
    const { ask } = setUp({ rateLimit });

    expect((await ask({ messages: [] })).status).toBe(400);
    expect((await ask()).status).toBe(200);
  });
});

describe('pages', () => {
  it.each([
    ['of the same origin', { origin: 'https://app.example', 'sec-fetch-site': 'same-origin' }, 200],
    ['of the same origin in a browser without Sec-Fetch-Site', { origin: 'https://app.example' }, 200],
    [
      'of the same origin behind a proxy that renames the host',
      { origin: 'https://x.example', 'sec-fetch-site': 'same-origin' },
      200,
    ],
    ['that are no pages', {}, 200],
    ['of another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['of another origin in a browser without Sec-Fetch-Site', { origin: 'https://evil.example' }, 403],
    ['of a neighbour', { origin: 'https://other.app.example', 'sec-fetch-site': 'same-site' }, 403],
    ['of nowhere', { origin: 'null' }, 403],
    ['that hide their origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s get %o: %d', async (_, headers, status) => {
    const { ask, sent } = setUp();

    const response = await ask({}, headers);
    expect(response.status).toBe(status);
    expect(sent).toHaveLength(status === 200 ? 1 : 0);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('of a named origin may call, and read what they need', async () => {
    const cors = {
      origins: ['https://app.example', 'https://admin.example'],
      credentials: true,
      headers: ['x-tenant'],
    };
    const { handler, ask } = setUp({ cors });
    const headers = { origin: 'https://admin.example', 'sec-fetch-site': 'cross-site' };

    const preflight = await handler(new Request('https://api.example/chat', { method: 'OPTIONS', headers }));
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('POST, GET, DELETE');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('last-event-id, x-tenant');

    const response = await ask({}, headers);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://admin.example');
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    expect(response.headers.get('vary')).toBe('Origin');
    expect(await response.text()).toContain('[DONE]');
  });

  it('of a named origin can read why they were refused, by the app too', async () => {
    const refusal = Response.redirect('https://app.example/login');
    const { ask } = setUp({ cors: { origins: '*' }, authorize: () => refusal });

    const response = await ask({}, { origin: 'https://any.example' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('of an origin that is not named are told nothing', async () => {
    const { handler } = setUp({ cors: { origins: ['https://app.example'] } });
    const headers = { origin: 'https://evil.example' };

    const preflight = await handler(new Request('https://api.example/chat', { method: 'OPTIONS', headers }));
    expect([...preflight.headers.keys()]).toEqual(['allow']);
  });

  it('cannot all be given cookies', () => {
    expect(() => createChatHandler({ apiKey: 'x', cors: { origins: '*', credentials: true } })).toThrow(
      /cors\.origins/,
    );
  });
});

describe('a request', () => {
  it.each(['GET', 'PUT'])('with %s is told what is allowed', async (method) => {
    const response = await setUp().handler(new Request('https://app.example/chat', { method }));

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, GET, DELETE, OPTIONS');
    expect(await response.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
  });

  it('with HEAD is told so without a text', async () => {
    const response = await setUp().handler(new Request('https://app.example/chat', { method: 'HEAD' }));

    expect(response.status).toBe(405);
    expect(response.body).toBeNull();
  });

  it('with a message that is too long is refused', async () => {
    const { ask, sent } = setUp({ limits: { messageChars: 2 } });

    expect((await ask()).status).toBe(200);
    const response = await ask({ messages: [{ role: 'user', content: 'Hi!' }] });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: 'message_too_long' } });
    expect(sent).toHaveLength(1);
  });

  it('that makes the app throw gets a sentence, and the log a name', async () => {
    const lines: object[] = [];
    const logger = { info: () => {}, warn: (fields: object) => void lines.push(fields) };
    const authorize = () => {
      throw new TypeError('secret');
    };
    const response = await setUp({ authorize, logger }).ask();

    expect(response.status).toBe(500);
    expect(await response.text()).toMatch(/"code":"internal"/);
    expect(JSON.stringify(lines)).toMatch(/TypeError/);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});

describe('the model', () => {
  it('is given the tools of the server', async () => {
    const tools = [{ type: 'function', function: { name: 'weather' } }];
    const { ask, sent } = setUp({ tools });
    await ask({ tools: [] });

    expect(sent[0]?.body['tools']).toEqual(tools);
  });

  it('that knows no stream_options is asked again without, once', async () => {
    const refusal = () => new Response('{"error":{"message":"Unknown field: stream_options"}}', { status: 400 });
    const { ask, sent } = setUp({}, ({ body }) => ('stream_options' in body ? refusal() : answer('Hi')));

    expect(await (await ask()).text()).toContain('Hi');
    expect(sent).toHaveLength(2);

    const stubborn = setUp({}, refusal);
    expect((await stubborn.ask()).status).toBe(502);
    expect(stubborn.sent).toHaveLength(2);
  });

  it('that refuses for another reason is asked once', async () => {
    const { ask, sent } = setUp({}, () => new Response('{"error":{"message":"No."}}', { status: 400 }));
    await ask();

    expect(sent).toHaveLength(1);
  });

  it('that writes for too long is stopped, and what it wrote is kept', async () => {
    const { response, write } = openAnswer();
    const { ask, sent } = setUp({ timeout: { total: 30 } }, () => response);
    write('Half');

    const text = await (await ask()).text();
    expect(text).toMatch(/Half[^]*"code":"upstream_timeout"/);
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it('is not asked to wait longer than the client would', async () => {
    const headers = { 'retry-after': '9' };
    const { ask, sent } = setUp({}, () => new Response('', { status: 503, headers }));

    expect((await ask()).status).toBe(502);
    expect(sent).toHaveLength(1);
  });

  it('that sends no end is not waited for when its stream has closed', async () => {
    const { ask } = setUp({}, () => eventStream('data: {"content":"Hi","finish_reason":"length"}\n\n'));

    expect(await (await ask()).text()).toMatch(/"finish_reason":"length"[^]*\[DONE\]/);
  });
});
