import { streamChat } from '@ling-stream/core';
import { createEmulator } from '@ling-stream/emulator/node';
import { Redis } from 'ioredis';
import { createClient as connectTo } from 'redis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ChatHandlerOptions } from '../src/options.ts';
import { redisRunStore, type RedisRunStoreOptions } from '../src/redisRunStore.ts';
import { createClient, cutAfter } from './createClient.ts';
import { answer, openAnswer, setUp } from './setUp.ts';
import { type StartedRedis, startRedis } from './startRedis.ts';
import { startServerProcess } from './startServerProcess.ts';

const WORDS = ['春眠', '不觉晓', ' all', ' about'];
const TEXT = WORDS.join('');
const opened: (() => unknown)[] = [];
let redis: StartedRedis;
let runs = 0;

beforeAll(async () => {
  redis = await startRedis();
}, 120_000);
afterAll(() => redis.kill());
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

describe.each(['redis', 'ioredis'] as const)('redisRunStore over %s', (kind) => {
  it('shows a run whole and once, cut at every byte and resumed through another process', async () => {
    const writer = await server(kind, {}, () => answer(...WORDS));
    const reader = await server('redis');
    const bytes = (await (await writer.handler(question(nextRun()))).arrayBuffer()).byteLength;

    for (let cut = 1; cut < bytes; cut += 1) {
      const either = (request: Request) => (request.method === 'POST' ? writer : reader).handler(request);
      const { stream } = createClient(either, (response, count) => (count === 0 ? cutAfter(cut, response) : response));
      expect(await stream().result).toMatchObject({ outcome: 'done', text: TEXT, metrics: { deltas: WORDS.length } });
    }
    expect(reader.sent).toEqual([]);
  });

  it('lets another process follow live, and ask for the same run without a second generation', async () => {
    const model = openAnswer();
    const [writer, reader] = [await server(kind, {}, () => model.response), await server('redis')];
    const runId = nextRun();
    const shown = [writer, reader].map(({ handler }) => {
      const { stream } = createClient(handler);
      return stream({ resume: { runId } }).result;
    });
    // Whichever process was first asks the model; only one has one.
    await vi.waitUntil(() => writer.sent.length + reader.sent.length > 0);
    for (const word of WORDS) model.write(word);
    model.end();

    const results = await Promise.all(shown);
    expect(writer.sent.length + reader.sent.length).toBe(1);
    expect(new Set(results.map(({ text }) => text)).size).toBe(1);
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  });

  it('stops the model from another process', async () => {
    const model = openAnswer();
    const [writer, other] = [await server('redis', {}, () => model.response), await server(kind)];
    const runId = nextRun();
    const { result } = createClient(writer.handler).stream({ resume: { runId } });
    await vi.waitUntil(() => writer.sent.length > 0);
    model.write('Half');

    expect((await other.handler(request(runId, { method: 'DELETE' }))).status).toBe(204);
    expect(await result).toMatchObject({ outcome: 'stopped' });
    expect(writer.sent[0]?.signal.aborted).toBe(true);
  });
});

describe('redisRunStore', () => {
  it('stops the model though the message about it was lost', async () => {
    const model = openAnswer();
    const writer = await server('redis', {}, () => model.response);
    const runId = nextRun();
    const { result } = createClient(writer.handler).stream({ resume: { runId } });
    await vi.waitUntil(() => writer.sent.length > 0);
    const client = await connect();
    await client.set(`ling:{${runId}}:stop`, '1');
    model.write('a');

    expect(await result).toMatchObject({ outcome: 'stopped' });
  });

  it('stops a question that was overtaken by its stop', async () => {
    const writer = await server('redis', {}, () => openAnswer().response);
    const runId = nextRun();
    await writer.handler(request(runId, { method: 'DELETE' }));

    expect(await (await writer.handler(question(runId))).text()).toContain('abort');
  });

  it('knows owners, ends and readers in every process', async () => {
    const authorize = (each: Request) => each.headers.get('x-user') ?? undefined;
    const model = openAnswer();
    const writer = await server('redis', { authorize }, () => model.response);
    const reader = await server('redis', { authorize });
    const { store } = await server('redis');
    const runId = nextRun();
    await (await writer.handler(question(runId, { 'x-user': 'a' }))).body?.cancel();
    expect((await reader.handler(request(runId, { headers: { 'x-user': 'b' } }))).status).toBe(403);

    const response = await reader.handler(request(runId, { headers: { 'x-user': 'a' } }));
    model.write('a');
    model.end();
    expect(await response.text()).toBe('data: {"content":"a"}\n\ndata: [DONE]\n\n');
    expect(await store.status(runId)).toEqual({ owner: 'a', lastSeq: 2, hasEnded: true, hasReaders: true });
    const over = request(runId, { headers: { 'x-user': 'a', 'last-event-id': '2' } });
    expect((await reader.handler(over)).status).toBe(204);
  });

  it('keeps nothing for ever', async () => {
    const writer = await server('redis', {}, () => answer('a'));
    const runId = nextRun();
    await (await writer.handler(question(runId))).text();
    const client = await connect();
    const keys = await client.keys(`ling:{${runId}}*`);

    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) expect(await client.pTTL(key)).toBeGreaterThan(0);
  });

  it('lets a run that the model refused be tried again under its name', async () => {
    const replies = [() => new Response('', { status: 401 }), () => answer('Hi')];
    const { handler } = await server('redis', {}, () => replies.shift()?.() ?? answer('Hi'));
    const runId = nextRun();

    expect((await handler(question(runId))).status).toBe(502);
    expect(await (await handler(question(runId))).text()).toContain('Hi');
  });

  it('ends the run of a writer that lost its lease, and refuses what it writes later', async () => {
    const model = openAnswer();
    const writer = await server('redis', {}, () => model.response);
    const reader = await server('redis');
    const runId = nextRun();
    await (await writer.handler(question(runId))).body?.cancel();
    model.write('a');
    const response = await reader.handler(request(runId));
    const client = await connect();
    await client.del(`ling:{${runId}}:lease`);

    expect(await response.text()).toMatch(/"a"[^]*"code":"truncated"/);
    model.write('b');
    await vi.waitUntil(() => writer.sent[0]?.signal.aborted);
    expect(await (await reader.handler(request(runId))).text()).not.toContain('"b"');
  });

  it('goes on through another process when the one that was read dies', async () => {
    const model = openAnswer();
    const writer = await server('redis', {}, () => model.response);
    const dying = await startServerProcess(redis.port, 'http://127.0.0.1:9/v1');
    opened.push(dying.kill);
    const runId = nextRun();
    await (await writer.handler(question(runId))).body?.cancel();

    let url = dying.url;
    const resume = { runId, after: '', url: () => `${url}/runs/${runId}` };
    const chat = streamChat({
      url,
      resume,
      fetch: (at, init) => (url === '' ? writer.handler(new Request(at, init)) : fetch(at, init)),
    });
    const { result } = chat;
    void result;
    model.write('a');
    await vi.waitUntil(async () => (await writer.store.status(runId))?.hasReaders);
    await dying.kill();
    url = '';
    resume.url = () => `https://app.example/chat/runs/${runId}`;
    model.write('b');
    model.end();

    expect(await result).toMatchObject({ outcome: 'done', text: 'ab' });
    expect(writer.sent).toHaveLength(1);
  });

  it('says that an answer was cut when the process that wrote it dies, and does not write it again', async () => {
    const emulator = createEmulator({ tokensPerSecond: 200, ttftMs: 0 });
    const { url: modelUrl } = await emulator.listen();
    opened.push(() => emulator.close());
    const dying = await startServerProcess(redis.port, `${modelUrl}/v1`);
    opened.push(dying.kill);
    const other = await server('redis');
    const runId = nextRun();
    const response = await fetch(dying.url, { method: 'POST', headers: HEADERS, body: bodyOf(runId, 'count to 5000') });
    const first = await response.body?.getReader().read();
    await dying.kill();

    const text = await (await other.handler(request(runId, { headers: HEADERS }))).text();
    expect(text).toContain(new TextDecoder().decode(first?.value).split('\n\n')[0]);
    expect(text).toMatch(/"code":"truncated"[^\n]*\n\n$/);
    expect(emulator.requests()).toHaveLength(1);
  });

  it('ends answers clearly when Redis dies, and knows nothing of them after', async () => {
    const own = await startRedis();
    opened.push(own.kill);
    const model = openAnswer();
    const writer = await server('redis', {}, () => model.response, { at: own, commandTimeoutMs: 200 });
    const runId = nextRun();
    const { stream } = createClient(writer.handler);
    const { result } = stream({ resume: { runId } });
    await vi.waitUntil(() => writer.sent.length > 0);
    model.write('Half');
    await vi.waitUntil(async () => (await writer.store.status(runId))?.lastSeq === 1);
    await own.kill();
    model.write(' lost');

    expect(await result).toMatchObject({
      outcome: 'error',
      text: 'Half',
      error: { providerCode: 'store_unavailable' },
    });
    await vi.waitUntil(() => writer.sent[0]?.signal.aborted);
    await own.restart();
    await vi.waitFor(async () => expect((await writer.handler(request(runId))).status).toBe(404), 5_000);
    expect(writer.sent).toHaveLength(1);
  });
});

const HEADERS = { 'content-type': 'application/json', 'x-ling-stream': '1' };

async function server(
  kind: 'redis' | 'ioredis',
  options: ChatHandlerOptions = {},
  reply?: Parameters<typeof setUp>[1],
  { at = redis, ...bounds }: { at?: StartedRedis } & Partial<RedisRunStoreOptions> = {},
) {
  const client = kind === 'redis' ? await connect(at) : connectIo(at);
  const store = redisRunStore({ leaseMs: 300, pollMs: 100, ...bounds, client });
  opened.push(() => store.close?.());
  return { ...setUp({ store, ...options }, reply), store };
}

async function connect({ url } = redis) {
  const client = connectTo({ url });
  client.on('error', () => {});
  await client.connect();
  opened.push(() => client.destroy());
  return client;
}

function connectIo({ port }: StartedRedis): Redis {
  const client = new Redis(port, '127.0.0.1');
  client.on('error', () => {});
  opened.push(() => client.disconnect());
  return client;
}

function nextRun(): string {
  return `r-${(runs += 1)}`;
}

function bodyOf(runId: string, content = 'Hi'): string {
  return JSON.stringify({ runId, messages: [{ role: 'user', content }] });
}

function question(runId: string, headers: Record<string, string> = {}): Request {
  return new Request('https://app.example/chat', {
    method: 'POST',
    headers: { ...HEADERS, ...headers },
    body: bodyOf(runId),
  });
}

function request(runId: string, init: RequestInit = {}): Request {
  return new Request(`https://app.example/chat/runs/${runId}`, init);
}
