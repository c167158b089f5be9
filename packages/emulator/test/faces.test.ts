import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createEmulatorFetch } from '../src/createEmulatorFetch.ts';
import { createEmulator, type Emulator } from '../src/node/createEmulator.ts';
import type { EmulatorOptions } from '../src/options.ts';
import { createVirtualClock } from '../src/timing/createVirtualClock.ts';
import { play } from './play.ts';

const open: Emulator[] = [];

afterEach(() => Promise.all(open.splice(0).map((emulator) => emulator.close())));

describe('the HTTP face and the in-page face', () => {
  it.each([
    [
      '/v1/chat/completions',
      { model: 'Ling-1T', stream: true, messages: [{ role: 'user', content: 'Markdown 导览' }] },
    ],
    ['/v1/chat/completions', { model: 'Ring-1T', n: 2, messages: [{ role: 'user', content: 'A poem' }] }],
    ['/v1/chat/completions', { model: 'fault:crlf', stream: true, messages: [{ role: 'user', content: 'A poem' }] }],
    ['/v1/chat/completions', { model: 'none', messages: [{ role: 'user', content: 'A poem' }] }],
    ['/chat', { messages: [{ role: 'user', content: '请写一首关于春天的诗' }] }],
  ])('give the same bytes and headers for the same seed: %s %j', async (path, body) => {
    const options = () => ({ seed: 42, clock: createVirtualClock() });
    const init = { method: 'POST', body: JSON.stringify(body) };

    const inPage = await createEmulatorFetch(options())(path, init);
    const overHttp = await fetch((await start(options())) + path, init);

    const ours = Object.fromEntries(inPage.headers);
    expect(await overHttp.text()).toBe(await inPage.text());
    expect(Object.fromEntries(overHttp.headers)).toMatchObject(ours);
    expect(overHttp.status).toBe(inPage.status);
  });
});

describe('faults over HTTP', () => {
  it('reset: delivers the bytes before the reset', async () => {
    const good = await play(undefined);
    const reply = await ask('reset@200');
    const chunks: Uint8Array[] = [];

    const reading = (async () => {
      for await (const chunk of reply.body ?? []) chunks.push(chunk);
    })();

    await expect(reading).rejects.toThrow('terminated');
    expect(Buffer.concat(chunks).toString()).toBe(good.text.slice(0, 200));
  });

  it('refused: breaks the connection without a head', async () => {
    await expect(ask('refused')).rejects.toThrow('fetch failed');
  });

  it('gzip: is decompressed by the client', async () => {
    expect(await (await ask('gzip')).text()).toBe((await play(undefined)).text);
  });

  it.each([
    ['http10', Infinity],
    ['http10-cut@50', 50],
  ])('%s: ends by closing, in HTTP/1.0', async (fault, size) => {
    const raw = await askRaw(await start({ fault, tokensPerSecond: Infinity, clock: createVirtualClock() }));
    const [head = '', body = ''] = raw.split(/\r\n\r\n([^]*)/);

    expect(head).toMatch(/^HTTP\/1\.0 200 /);
    expect(head).not.toMatch(/content-length|transfer-encoding/i);
    expect(body).toBe((await play(undefined)).text.slice(0, size));
  });

  it('silence-before-first-token: delivers the head', async () => {
    const { status, body } = await ask('silence-before-first-token');

    expect(status).toBe(200);
    await body?.cancel();
  });

  it('silence-midway: is noticed as left when the client gives up', async () => {
    const emulator = createEmulator({ fault: 'silence-midway@2', tokensPerSecond: Infinity });
    open.push(emulator);
    const { url } = await emulator.listen();
    const left = new Promise((resolve) => {
      emulator.onRequest((record) => record.outcome === 'client left' && resolve(record.tokens));
    });

    const controller = new AbortController();
    const reply = await fetch(`${url}/v1/chat/completions`, { method: 'POST', body: COUNT, signal: controller.signal });
    await reply.body?.getReader().read();
    controller.abort();

    expect(await left).toBe(2);
  });
});

const COUNT = JSON.stringify({ model: 'Ling-1T', stream: true, messages: [{ role: 'user', content: 'count to 30' }] });

async function start(options: EmulatorOptions): Promise<string> {
  const emulator = createEmulator(options);
  open.push(emulator);
  return (await emulator.listen()).url;
}

async function ask(fault: string): Promise<Response> {
  const url = await start({ tokensPerSecond: Infinity, clock: createVirtualClock() });
  return fetch(`${url}/v1/chat/completions`, { method: 'POST', body: COUNT, headers: { 'x-ling-fault': fault } });
}

/** The whole reply as it is on the socket. */
function askRaw(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
    socket.write(
      `POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(COUNT)}\r\n\r\n${COUNT}`,
    );
  });
}
