import { setTimeout as sleep } from 'node:timers/promises';
import { createEmulatorFetch } from '@ling-stream/emulator';
import { createEmulator } from '@ling-stream/emulator/node';
import type { Bench } from '../bench.ts';

const REQUESTS = 10_000;
const AIM_KIB = 1_024;

/** What the emulator keeps of many requests, of which every fourth is left by its client. */
export function memoryBenches(): Bench[] {
  return [
    {
      name: `emulator: heap kept of ${REQUESTS} requests`,
      base: 'in the page',
      unit: 'KiB',
      rounds: 2,
      aims: { 'in the page': { figure: AIM_KIB }, 'over HTTP': { figure: AIM_KIB } },
      entries: [
        { name: 'in the page', run: () => keptByPage() },
        { name: 'over HTTP', run: () => keptByServer() },
      ],
    },
  ];
}

function keptByPage(): Promise<number> {
  return keptBy(createEmulatorFetch({ tokensPerSecond: Infinity }), 'https://bench.invalid');
}

async function keptByServer(): Promise<number> {
  const emulator = createEmulator({ tokensPerSecond: Infinity });
  const { url } = await emulator.listen();
  const kept = await keptBy(fetch, url);
  await emulator.close();
  return kept;
}

async function keptBy(ask: typeof fetch, url: string): Promise<number> {
  await askMany(ask, url, REQUESTS / 5); // fills the log and warms up what is made once
  const before = await heapKib();
  await askMany(ask, url, REQUESTS);
  return (await heapKib()) - before;
}

async function askMany(ask: typeof fetch, url: string, requests: number): Promise<void> {
  for (let number = 0; number < requests; number += 1) {
    const controller = new AbortController();
    const response = await ask(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ stream: true, messages: [{ role: 'user', content: 'count to 20' }] }),
      signal: controller.signal,
    });
    if (number % 4 > 0) await response.text();
    else {
      await response.body?.getReader().read();
      controller.abort();
    }
  }
}

/** The heap once finalizers have run and what they freed is gone. */
async function heapKib(): Promise<number> {
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await sleep(20);
  }
  return process.memoryUsage().heapUsed / 1_024;
}
