import type { Bench } from '../bench.ts';
import * as readers from './readers.ts';
import { cutBytes, makeRecording } from './recording.ts';

const MEBIBYTE = 1024 * 1024;

/** What must not grow faster than the bytes: a giant event in small pieces, and an answer byte by byte. */
export function linearityBenches(): Bench[] {
  return [giantEvents(), oneByteChunks()];
}

function giantEvents(): Bench {
  const entry = (mebibytes: number) => {
    const pieces = cutBytes(`data: {"content":"${'x'.repeat(mebibytes * MEBIBYTE)}"}\n\n`, 1024);
    return { name: `${mebibytes} MiB`, run: () => expectEvents(readers.oursAndJson(pieces), 1) };
  };
  return {
    name: 'wire: one event in 1 KiB pieces, createSseParser + JSON.parse',
    base: '2 MiB',
    rounds: 9,
    aims: { '2 MiB': { figure: 20 }, '4 MiB': { ratio: 2.5 }, '8 MiB': { ratio: 5 }, '15 MiB': { ratio: 9.5 } },
    entries: [2, 4, 8, 15].map(entry),
  };
}

function oneByteChunks(): Bench {
  const entry = (thousands: number) => {
    const { wire } = makeRecording(1);
    const end = wire.lastIndexOf('\n\n', thousands * 1_000) + 2;
    const pieces = cutBytes(wire.slice(0, end), 1);
    const events = wire.slice(0, end).split('\n\n').length - 1;
    return { name: `${thousands},000 chunks`, run: () => expectEvents(readers.oursAndJson(pieces), events) };
  };
  return {
    name: 'wire: chunks of one byte, createSseParser + JSON.parse',
    base: '250,000 chunks',
    rounds: 7,
    aims: { '500,000 chunks': { ratio: 2.5 }, '1000,000 chunks': { ratio: 5 } },
    entries: [250, 500, 1_000].map(entry),
  };
}

async function expectEvents(count: number | Promise<number>, expected: number): Promise<void> {
  if ((await count) !== expected) throw new Error(`Read ${await count} of ${expected} events.`);
}
