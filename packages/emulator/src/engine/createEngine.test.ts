import { describe, expect, it } from 'vitest';
import { play } from '../../test/play.ts';
import { createEmulatorFetch } from '../createEmulatorFetch.ts';
import { createVirtualClock } from '../timing/createVirtualClock.ts';
import type { RequestRecord } from './requestRecord.ts';

const ask = (content: string) => ({
  method: 'POST',
  body: JSON.stringify({ model: 'Ling-1T', stream: true, messages: [{ role: 'user', content }] }),
});

describe('createEngine', () => {
  it('tells onLog what was asked, and then how it ended', async () => {
    const records: RequestRecord[] = [];
    const clock = createVirtualClock(1000);
    const options = {
      clock,
      jitter: 0,
      ttftMs: 100,
      tokensPerSecond: 100,
      onLog: (record: RequestRecord) => records.push(record),
    };

    const reply = await (await createEmulatorFetch(options)('/v1/chat/completions', ask(' count\nto 2 '))).text();

    const asked = {
      method: 'POST',
      path: '/v1/chat/completions',
      model: 'Ling-1T',
      question: 'count to 2',
      messages: 1,
    };
    const start = {
      id: expect.stringMatching(/^req-[\da-f]{24}$/),
      startedAt: 1000,
      stream: true,
      fault: undefined,
      ...asked,
    };
    expect(records).toEqual([
      { ...start, status: undefined, tokens: 0, bytes: 0, outcome: 'running', durationMs: 0 },
      { ...start, status: 200, tokens: 4, bytes: reply.length, outcome: 'finished', durationMs: 130 },
    ]);
  });

  it('knows how a request ended before its client does', async () => {
    const fetch = createEmulatorFetch({ tokensPerSecond: Infinity });

    const reader = (await fetch('/chat', ask('count to 2'))).body?.getReader();
    while (!(await reader?.read())?.done);

    expect(fetch.requests()).toMatchObject([{ outcome: 'finished' }]);
  });

  it('remembers the last requests only', async () => {
    const fetch = createEmulatorFetch({ logSize: 3, tokensPerSecond: Infinity });
    for (let number = 1; number <= 5; number += 1) await (await fetch('/chat', ask(`count to ${number}`))).text();

    expect(fetch.requests().map(({ question }) => question)).toEqual(['count to 3', 'count to 4', 'count to 5']);
  });

  it('shortens a long question for the log, and only there', async () => {
    const fetch = createEmulatorFetch({ tokensPerSecond: Infinity });
    const said = `echo: ${'long '.repeat(100)}end`;

    const text = await (await fetch('/chat', ask(said))).text();

    expect(fetch.requests()[0]?.question).toHaveLength(80);
    expect(text).toContain('end');
  });

  it('gives every request an id of its own, the same for the same seed', async () => {
    const ids = async (seed: number) => {
      const fetch = createEmulatorFetch({ seed, tokensPerSecond: Infinity });
      const replies = [await fetch('/v1/models'), await fetch('/v1/models')];
      return replies.map(({ headers }) => headers.get('x-request-id'));
    };

    expect(await ids(1)).toEqual(await ids(1));
    expect(new Set([...(await ids(1)), ...(await ids(2))]).size).toBe(4);
  });

  it('answers a repeated question alike, or otherwise with `vary`', async () => {
    const twice = async (options: object) => {
      const fetch = createEmulatorFetch({ tokensPerSecond: Infinity, ...options });
      const replies = [await fetch('/chat', ask('A poem')), await fetch('/chat', ask('A poem'))];
      const [first, second] = await Promise.all(replies.map((reply) => reply.text()));
      return first === second;
    };

    expect(await twice({})).toBe(true);
    expect(await twice({ vary: true })).toBe(false);
  });

  it('takes its timing from the header of a request', async () => {
    const headers = { 'x-ling-timing': 'ttft=70, tps=100, jitter=0' };
    const { delays } = await play(undefined, { content: 'count to 2', options: { tokensPerSecond: 1 }, headers });

    expect(delays).toEqual([70, 10, 10, 10]);
  });

  it.each(['tps=0', 'jitter=7', 'burst=0', 'foo=1', 'ttft=-1', 'tps=abc'])(
    'refuses the timing %j with a 400 that says what is wrong',
    async (timing) => {
      const { status, text } = await play(undefined, { headers: { 'x-ling-timing': timing } });

      expect(status).toBe(400);
      expect(JSON.parse(text)).toMatchObject({
        error: { param: 'X-Ling-Timing', message: expect.stringContaining('cannot be meant') },
      });
    },
  );

  it('refuses text where a number is wanted', () => {
    const options: object = { tokensPerSecond: '9' };

    expect(() => createEmulatorFetch(options)).toThrow('`tokensPerSecond` is "9"; it must be a number');
  });

  it('lets the time of the thoughts pass before the first content of the tutorial’s dialect', async () => {
    const headers = { 'x-ling-timing': 'ttft=70, tps=100, jitter=0' };
    const { delays, chunks } = await play(undefined, {
      path: '/chat',
      body: { model: 'Ring-1T' },
      content: 'count to 2',
      headers,
    });

    expect(chunks).toHaveLength(5);
    expect(delays[0]).toBeGreaterThan(100);
    expect(delays.slice(1)).toEqual([10, 10, 10]);
  });

  it.each([
    [{ ttftMs: -1 }, '`ttftMs` is -1'],
    [{ tokensPerSecond: 0 }, '`tokensPerSecond` is 0'],
    [{ tokensPerSecond: Number.NaN }, '`tokensPerSecond` is NaN'],
    [{ jitter: 2 }, '`jitter` is 2'],
    [{ burst: 0 }, '`burst` is 0'],
    [{ burst: 1.5 }, '`burst` is 1.5'],
    [{ ttftMs: Infinity }, '`ttftMs` is Infinity'],
    [{ seed: Number.NaN }, '`seed` is NaN'],
    [{ requestsPerMinute: 0 }, '`requestsPerMinute` is 0'],
    [{ requestsPerMinute: Number.NaN }, '`requestsPerMinute` is NaN'],
    [{ logSize: -1 }, '`logSize` is -1'],
    [{ replaySpeed: 0 }, '`replaySpeed` is 0'],
    [{ models: [] }, '`models` is empty'],
  ])('refuses %j at once', (options, message) => {
    expect(() => createEmulatorFetch(options)).toThrow(message);
  });

  it.each(['/v1/chat/completions', '/chat'])('answers 405 to GET %s', async (path) => {
    const reply = await createEmulatorFetch()(path);

    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('POST');
    expect(await reply.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
  });

  it('keeps its models behind its key', async () => {
    const fetch = createEmulatorFetch({ apiKey: 'right' });
    const right = { headers: { authorization: 'Bearer right' } };

    expect((await fetch('/v1/models')).status).toBe(401);
    expect((await fetch('/v1/models/Ling-1T')).status).toBe(401);
    expect((await fetch('/v1/models', right)).status).toBe(200);
  });

  it('offers the models it was given and no others', async () => {
    const fetch = createEmulatorFetch({ models: ['mine', 'other'], tokensPerSecond: Infinity });

    expect(await (await fetch('/v1/models')).json()).toMatchObject({ data: [{ id: 'mine' }, { id: 'other' }] });
    expect((await fetch('/v1/models/Ling-1T')).status).toBe(404);
    expect((await fetch('/v1/chat/completions', ask('hi'))).status).toBe(404);
    await (await fetch('/chat', { method: 'POST', body: '{"messages":[{"role":"user","content":"hi"}]}' })).text();
    expect(fetch.requests().at(-1)?.model).toBe('mine');
  });
});
