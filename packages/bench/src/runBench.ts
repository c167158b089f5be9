import type { Bench, Entry, Row } from './bench.ts';

/** Runs a bench: the entries interleaved, in the opposite order at every other round. */
export async function runBench(bench: Bench): Promise<Row[]> {
  const times = new Map<Entry, number[]>(bench.entries.map((entry) => [entry, []]));
  for (let round = 0; round <= bench.rounds; round += 1) {
    const order = round % 2 === 0 ? bench.entries : bench.entries.toReversed();
    for (const entry of order) {
      const cpuMs = await measure(entry);
      if (round > 0) times.get(entry)?.push(cpuMs);
    }
  }
  const base = bench.entries.find((entry) => entry.name === bench.base);
  const baseTimes = (base && times.get(base)) ?? [];
  return [...times].map(([entry, own]) => {
    const { ratio, ms } = bench.aims?.[entry.name] ?? {};
    return {
      bench: bench.name,
      entry: entry.name,
      cpuMs: median(own),
      ratio: median(own.map((time, round) => time / (baseTimes[round] ?? Number.NaN))),
      ...(ratio !== undefined && { aim: `≤ ${ratio} ×` }),
      ...(ms !== undefined && { aim: `≤ ${ms} ms` }),
    };
  });
}

async function measure(entry: Entry): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  await entry.run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
