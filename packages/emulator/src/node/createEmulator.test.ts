import { afterEach, describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../options.ts';
import { connect } from 'node:net';
import { createEmulator, type Emulator } from './createEmulator.ts';

const open: Emulator[] = [];

afterEach(() => Promise.all(open.splice(0).map((emulator) => emulator.close())));

describe('createEmulator', () => {
  it('listens on a free port of this machine', async () => {
    const { url, port } = await make().listen();

    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${url}/v1/models`)).status).toBe(200);
  });

  it('says plainly that a port is taken', async () => {
    const { port } = await make().listen();

    await expect(make().listen(port)).rejects.toMatchObject({
      code: 'EADDRINUSE',
      message: expect.stringContaining(`Port ${port} on 127.0.0.1 is taken`),
    });
  });

  it('can listen elsewhere after it found its port taken', async () => {
    const { port } = await make().listen();
    const second = make();
    await second.listen(port).catch(() => {});

    expect((await second.listen()).port).not.toBe(port);
  });

  it('closes while an answer is being written', async () => {
    const emulator = make({ fault: 'silence-midway' });
    const { url } = await emulator.listen();
    const reply = await ask(url);

    await emulator.close();

    await expect(reply.text()).rejects.toThrow('terminated');
    expect(emulator.requests()).toMatchObject([{ outcome: 'client left' }]);
  });

  it('tells each listener of a start and an end, until it is taken away', async () => {
    const emulator = make();
    const { url } = await emulator.listen();
    const outcomes: string[] = [];
    const remove = emulator.onRequest(({ outcome }) => outcomes.push(outcome));

    await (await ask(url)).text();
    remove();
    await (await ask(url)).text();

    expect(outcomes).toEqual(['running', 'finished']);
  });

  it('shows its log to this machine only', async () => {
    const emulator = make();
    const { url } = await emulator.listen();
    await (await ask(url)).text();

    const log = await fetch(`${url}/_emulator/requests`);

    expect(await log.json()).toMatchObject([
      { model: 'Ling-1T', question: 'count to 3', outcome: 'finished', tokens: 6 },
    ]);
    expect(log.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('forgets its log when told to', async () => {
    const { url } = await make().listen();
    await (await ask(url)).text();

    expect((await fetch(`${url}/_emulator/requests`, { method: 'DELETE' })).status).toBe(204);
    expect(await (await fetch(`${url}/_emulator/requests`)).json()).toEqual([]);
  });

  it('lets a page of any origin ask', async () => {
    const { url } = await make().listen();
    const headers = { 'access-control-request-headers': 'authorization,x-stainless-lang' };

    const preflight = await fetch(`${url}/v1/chat/completions`, { method: 'OPTIONS', headers });

    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,x-stainless-lang');
    expect((await ask(url)).headers.get('access-control-allow-origin')).toBe('*');
  });

  it('answers 400 to an address that is none, and lives on', async () => {
    const { url, port } = await make().listen();

    expect(await askRaw(port, 'GET // HTTP/1.1')).toMatch(/^HTTP\/1\.1 400 [^]*"invalid_request"/);
    expect((await fetch(`${url}/v1/models`)).status).toBe(200);
  });

  it.each([
    ['answer', { answer: fail }],
    ['skills', { skills: [{ name: 'mine', answer: fail }] }],
    ['fault', { fault: fail }],
  ])('tells what an option `%s` threw as a 500, and lives on', async (_, options) => {
    const emulator = make(options);
    const { url } = await emulator.listen();

    const reply = await ask(url);

    expect(reply.status).toBe(500);
    expect(await reply.json()).toMatchObject({
      error: { code: 'option_threw', message: expect.stringMatching(/mine$/) },
    });
    expect(emulator.requests()).toMatchObject([{ outcome: 'fault', status: 500 }]);
  });

  it('breaks a reply that an option threw in the middle of, and lives on', async () => {
    function* text() {
      yield 'one';
      throw new Error('mine');
    }
    const { url } = await make({ answer: () => ({ text: text() }) }).listen();

    await expect(ask(url).then((reply) => reply.text())).rejects.toThrow(/failed|terminated/);
    expect((await fetch(`${url}/_emulator/requests`)).status).toBe(200);
  });

  it('is unharmed by a client that leaves while it asks', async () => {
    const { url } = await make().listen();
    const controller = new AbortController();
    const body = new ReadableStream({
      pull(stream) {
        stream.enqueue(new TextEncoder().encode('{'));
        controller.abort();
      },
    });

    const asked = fetch(`${url}/chat`, { method: 'POST', body, signal: controller.signal, ...HALF });

    await expect(asked).rejects.toThrow('aborted');
    expect((await fetch(`${url}/v1/models`)).status).toBe(200);
  });
});

/** A body that is a stream needs this, and the types do not know it. */
const HALF: object = { duplex: 'half' };

function make(options: EmulatorOptions = {}): Emulator {
  const emulator = createEmulator({ tokensPerSecond: Infinity, ...options });
  open.push(emulator);
  return emulator;
}

function fail(): never {
  throw new Error('mine');
}

/** Sends a request line as it is and gives the reply as it is. */
function askRaw(port: number, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
    socket.write(`${line}\r\nHost: x\r\n\r\n`);
  });
}

function ask(url: string): Promise<Response> {
  const body = JSON.stringify({ model: 'Ling-1T', stream: true, messages: [{ role: 'user', content: 'count to 3' }] });
  return fetch(`${url}/v1/chat/completions`, { method: 'POST', body });
}
