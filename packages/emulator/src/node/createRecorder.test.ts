import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../options.ts';
import { createEmulator, type Emulator } from './createEmulator.ts';
import { createRecorder, type Recorder } from './createRecorder.ts';

const COUNT = { model: 'Ling-1T', messages: [{ role: 'user' as const, content: 'count to 5' }] };
const open: (Emulator | Recorder)[] = [];
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ling-'));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await rm(folder, { recursive: true });
});

describe('createRecorder', () => {
  it('records an endpoint, and what it recorded is replayed to the same client', async () => {
    const { recorder, url, file } = await start({ apiKey: 'sk-secret12345' }, 'sk-secret12345');
    const told = await tell(`${url}/v1`);
    await recorder.close();
    const recording = await readFile(file, 'utf8');

    const emulator = createEmulator({ replay: recording, replaySpeed: Infinity });
    open.push(emulator);
    const again = await tell(`${(await emulator.listen()).url}/v1`);

    expect(told).toBe('1, 2, 3, 4, 5\n');
    expect(again).toBe(told);
    expect(recording).not.toContain('secret');
  });

  it('lets the model know that the client left', async () => {
    const { url, emulator } = await start({ fault: 'silence-midway@2' });
    const left = new Promise((resolve) => {
      emulator.onRequest((record) => record.outcome === 'client left' && resolve(record.tokens));
    });

    const stream = await clientOf(`${url}/v1`).chat.completions.create({ ...COUNT, stream: true });
    for await (const { choices } of stream) if (choices[0]?.delta.content) break;

    expect(await left).toBe(2);
  });

  it('passes an error status on, and a broken connection as broken', async () => {
    const { url } = await start({ fault: ({ number }) => (number === 1 ? 'overloaded' : 'reset@300') });

    await expect(tell(`${url}/v1`)).rejects.toMatchObject({ status: 503 });
    await expect(tell(`${url}/v1`)).rejects.toThrow('terminated');
  });

  it('answers 502 when the endpoint cannot be reached', async () => {
    const { url, emulator } = await start({});
    await emulator.close();

    await expect(tell(`${url}/v1`)).rejects.toMatchObject({ status: 502 });
  });
});

async function start(options: EmulatorOptions, apiKey?: string) {
  const emulator = createEmulator({ tokensPerSecond: Infinity, ...options });
  const upstream = `${(await emulator.listen()).url}/v1/`;
  const file = join(folder, 'recording.jsonl');
  const recorder = createRecorder({ upstream, file, ...(apiKey === undefined ? {} : { apiKey }) });
  open.push(emulator, recorder);
  return { emulator, recorder, file, ...(await recorder.listen()) };
}

/** A client with no key, as far as the client lets one. */
function clientOf(baseURL: string): OpenAI {
  return new OpenAI({ baseURL, apiKey: 'none', maxRetries: 0, defaultHeaders: { authorization: null } });
}

async function tell(baseURL: string): Promise<string> {
  let text = '';
  const stream = await clientOf(baseURL).chat.completions.create({ ...COUNT, stream: true });
  for await (const { choices } of stream) text += choices[0]?.delta.content ?? '';
  return text;
}
