import { streamChat } from '@ling-stream/core';
import type { EmulatorOptions } from '@ling-stream/emulator/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createChatHandler } from '../src/createChatHandler.ts';
import { memoryRunStore } from '../src/memoryRunStore.ts';
import type { ChatHandlerOptions } from '../src/options.ts';
import { SERVER_KINDS, type ServerKind, serveWith } from './serveWith.ts';
import { startModel } from './startModel.ts';
import { tutorialClient } from './tutorialClient.ts';

const COUNT = [{ role: 'user', content: 'count to 5' }];
const LONG = [{ role: 'user', content: 'count to 5000' }];
const opened: (() => unknown)[] = [];

// A promise that nobody hears of fails the run: vitest watches for that.
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

describe.each(SERVER_KINDS)('on %s', (kind) => {
  it('the clients of the tutorial and of this library are answered', async () => {
    const { url } = await start(kind);

    expect(await tutorialClient(url, COUNT)).toMatch(/1[^]*5/);
    expect(await streamChat({ url, messages: COUNT, resume: true }).result).toMatchObject({ outcome: 'done' });
  });

  it('the model is stopped when the client leaves midway', async () => {
    const { url, model } = await start(kind, { tokensPerSecond: 200 });
    const left = model.until((outcome) => outcome !== 'running');
    const chat = streamChat({ url, messages: LONG });
    for await (const event of chat) if (event.type === 'text') break;

    const { outcome, tokens } = await left;
    expect(outcome).toBe('client left');
    expect(tokens).toBeLessThan(1_000);
  });

  it('the model is stopped when the client leaves before it has begun', async () => {
    const { url, model } = await start(kind, { fault: 'silence-before-headers' });
    const [seen, left] = [
      model.until((outcome) => outcome === 'running'),
      model.until((outcome) => outcome !== 'running'),
    ];
    const chat = streamChat({ url, messages: COUNT });
    const { result } = chat;
    await seen;
    chat.abort();

    expect((await left).outcome).toBe('client left');
    expect((await result).outcome).toBe('stopped');
  });

  it('the first words come while the model still writes', async () => {
    const { url, model } = await start(kind, { tokensPerSecond: 100 });
    const chat = streamChat({ url, messages: LONG });
    for await (const event of chat) if (event.type === 'text') break;

    expect(model.emulator.requests()[0]?.tokens).toBeLessThan(1_000);
  });

  it('a run is followed and stopped from another client', async () => {
    const { url, model } = await start(kind, { tokensPerSecond: 200 }, { store: memoryRunStore() });
    const left = model.until((outcome) => outcome !== 'running');
    const { result } = streamChat({ url, messages: LONG, resume: { runId: 'r-1' } });
    await model.until((outcome) => outcome === 'running');
    const other = await fetch(`${url}/runs/r-1`);
    const reader = other.body?.getReader();
    await reader?.read();
    const stopped = await fetch(`${url}/runs/r-1`, { method: 'DELETE' });

    expect([other.status, stopped.status]).toEqual([200, 204]);
    expect((await left).outcome).toBe('client left');
    expect((await result).outcome).toBe('stopped');
    await reader?.cancel();
  });

  it('what is refused is refused in JSON', async () => {
    const { url } = await start(kind);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: '{"messages":[]}' });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_messages' } });
  });
});

describe('a route handler of Next.js', () => {
  it('stops the model when the request is aborted, or its body cancelled', async () => {
    const { until, options } = await started({ tokensPerSecond: 200 });
    const POST = createChatHandler(options);
    const headers = { 'content-type': 'application/json' };
    for (const leave of ['abort', 'cancel'] as const) {
      const left = until((outcome) => outcome !== 'running');
      const controller = new AbortController();
      const body = JSON.stringify({ messages: LONG });
      const init = { method: 'POST', headers, body, signal: controller.signal };
      const response = await POST(new Request('https://app.example/chat', init));
      const reader = response.body?.getReader();
      await reader?.read();
      if (leave === 'abort') controller.abort();
      else await reader?.cancel();

      expect((await left).outcome).toBe('client left');
    }
  });
});

describe('a storm of clients that leave', () => {
  it('leaves nothing open', async () => {
    const { url, model } = await start('node:http', { tokensPerSecond: 50 });
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const controllers = Array.from({ length: 2_000 }, () => new AbortController());
    const ended = new Promise<void>((resolve) => {
      let running = 0;
      model.emulator.onRequest(({ outcome }) => {
        running += outcome === 'running' ? 1 : -1;
        if (running === 0 && controllers.every(({ signal }) => signal.aborted)) resolve();
      });
    });
    const body = JSON.stringify({ messages: LONG });
    const headers = { 'content-type': 'application/json' };
    const asked = controllers.map(async ({ signal }, index) => {
      const response = await fetch(url, { method: 'POST', headers, body, signal });
      if (index % 2 === 0) await response.body?.getReader().read();
    });
    await Promise.all(asked.slice(0, 200));
    for (const controller of controllers) controller.abort();
    await Promise.allSettled(asked);
    await ended;

    expect(model.emulator.requests().every(({ outcome }) => outcome === 'client left')).toBe(true);
    await vi.waitFor(() => expect(timers()).toBeLessThanOrEqual(before + 2), 15_000);
  }, 60_000);
});

async function start(kind: ServerKind, emulated: EmulatorOptions = {}, options: ChatHandlerOptions = {}) {
  const model = await started(emulated);
  const server = await serveWith(kind, { ...model.options, ...options });
  opened.push(server.close);
  return { url: server.url, model };
}

async function started(emulated: EmulatorOptions) {
  const model = await startModel(emulated);
  opened.push(() => model.emulator.close());
  return model;
}
