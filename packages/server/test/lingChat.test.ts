import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { streamChat } from '@ling-stream/core';
import { createEmulator, type Emulator, type EmulatorOptions } from '@ling-stream/emulator/node';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { lingChat } from '../src/lingChat.ts';
import { tutorialClient } from './tutorialClient.ts';

const QUESTION = [{ role: 'user', content: 'count to 5' }];
const opened: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

describe('lingChat', () => {
  it.each(['express', 'express with a body parser', 'node:http'] as const)(
    'answers the client of the tutorial on %s',
    async (kind) => {
      const { url } = await serve({}, kind);

      const shown = await tutorialClient(url, QUESTION);

      expect(shown).toMatch(/1[^]*2[^]*3[^]*4[^]*5/);
      expect(shown).not.toContain('no end mark');
    },
  );

  it('answers our client, with usage and the reason to finish', async () => {
    const { url } = await serve();

    const result = await streamChat({ url, messages: QUESTION }).result;

    expect(result).toMatchObject({ outcome: 'done', finishReason: 'stop' });
    expect(result.usage?.completionTokens).toBeGreaterThan(0);
  });

  it('sends ids to a client that asks for them and to no other', async () => {
    const { url } = await serve();

    const [plain, withIds] = await Promise.all([post(url), post(url, { 'x-ling-stream': '1' })]);

    expect(await plain.text()).not.toContain('id:');
    expect(await withIds.text()).toMatch(/^id: 1\ndata: .*\n\nid: 2\ndata: /);
  });

  it('tells proxies and compression to let the stream through', async () => {
    const { url } = await serve();

    const { headers } = await post(url);

    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it('stops the model when the client leaves midway', async () => {
    const { url, emulator } = await serve({ tokensPerSecond: 200, ttftMs: 0 });
    const left = settledRequest(emulator);

    const controller = new AbortController();
    const response = await fetch(url, { ...request({ content: 'count to 5000' }), signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();

    expect(await left).toMatchObject({ outcome: 'client left' });
  });

  it('stops the model when the client leaves before the model has begun', async () => {
    const { url, emulator } = await serve({ ttftMs: 60_000, tokensPerSecond: 100 });
    const seen = startedRequest(emulator);
    const left = settledRequest(emulator);

    const controller = new AbortController();
    const response = fetch(url, { ...request(), signal: controller.signal }).catch(() => null);
    await seen;
    controller.abort();

    expect(await left).toMatchObject({ outcome: 'client left', tokens: 0 });
    await response;
  });

  it('sends a heartbeat while the model thinks', async () => {
    const { url } = await serve({ ttftMs: 100, tokensPerSecond: 1_000 }, 'express', { heartbeatMs: 10 });

    const text = await (await post(url)).text();

    expect(text.startsWith(': hb\n\n')).toBe(true);
  });

  it('counts by the address a request came from', async () => {
    const keys: unknown[] = [];
    const { url } = await serve({}, 'express', { rateLimit: { consume: async (key: string) => keys.push(key) } });
    await (await post(url)).text();

    expect(keys).toEqual(['127.0.0.1']);
  });

  it('refuses a GET in JSON', async () => {
    const { url } = await serve({}, 'node:http');

    const response = await fetch(url);

    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
  });
});

type Kind = 'express' | 'express with a body parser' | 'node:http';

async function serve(model: EmulatorOptions = {}, kind: Kind = 'express', options = {}) {
  const emulator = createEmulator({ tokensPerSecond: Infinity, ttftMs: 0, ...model });
  const { url: modelUrl } = await emulator.listen();
  opened.push(() => emulator.close());
  const handler = lingChat({ baseURL: `${modelUrl}/v1`, apiKey: 'test', ...options });
  const server = createServer(kind === 'node:http' ? (from, to) => void handler(from, to) : expressApp(handler, kind));
  return { url: `${await listen(server)}/chat`, emulator };
}

function expressApp(handler: ReturnType<typeof lingChat>, kind: Kind) {
  const app = express();
  if (kind === 'express with a body parser') app.use(express.json());
  app.post('/chat', handler);
  return app;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

function request(message: object = {}): RequestInit {
  const messages = [{ role: 'user', content: 'count to 5', ...message }];
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ messages }) };
}

function post(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { ...request(), headers: { 'content-type': 'application/json', ...headers } });
}

const startedRequest = (emulator: Emulator) => requestThat(emulator, (outcome) => outcome === 'running');
const settledRequest = (emulator: Emulator) => requestThat(emulator, (outcome) => outcome !== 'running');

function requestThat(emulator: Emulator, isWanted: (outcome: string) => boolean) {
  return new Promise((resolve) => {
    emulator.onRequest((record) => {
      if (isWanted(record.outcome)) resolve(record);
    });
  });
}
