import type { Bench, Entry, Row } from './bench.ts';

/** Runs a bench: the entries interleaved, in the opposite order at every other round. */
export async function runBench(bench: Bench): Promise<Row[]> {
  const figures = new Map<Entry, number[]>(bench.entries.map((entry) => [entry, []]));
  for (let round = 0; round <= bench.rounds; round += 1) {
    const order = round % 2 === 0 ? bench.entries : bench.entries.toReversed();
    for (const entry of order) {
      const figure = await measure(entry);
      if (round > 0) figures.get(entry)?.push(figure);
    }
  }
  const base = bench.entries.find((entry) => entry.name === bench.base);
  const baseFigures = (base && figures.get(base)) ?? [];
  return [...figures].map(([entry, own]) => ({
    bench: bench.name,
    entry: entry.name,
    unit: bench.unit ?? 'CPU ms',
    figure: median(own),
    ratio: median(own.map((figure, round) => figure / (baseFigures[round] ?? Number.NaN))),
    ...aimOf(bench, entry),
  }));
}

function aimOf(bench: Bench, { name }: Entry): Pick<Row, 'aim'> {
  const { ratio, figure } = bench.aims?.[name] ?? {};
  if (ratio !== undefined) return { aim: `≤ ${ratio} ×` };
  return figure === undefined ? {} : { aim: `≤ ${figure}` };
}

async function measure(entry: Entry): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const figure = await entry.run();
  const { user, system } = process.cpuUsage(before);
  return figure ?? (user + system) / 1_000;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
