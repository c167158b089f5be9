// pnpm bench [name…] [--json]: every bench, or those whose name contains one of the words.
import { memoryBenches } from './emulator/memoryBenches.ts';
import { formatTable } from './formatTable.ts';
import { runBench } from './runBench.ts';
import { linearityBenches } from './wire/linearityBenches.ts';
import { throughputBenches } from './wire/throughputBenches.ts';
import type { Row } from './bench.ts';

const words = process.argv.slice(2).filter((word) => word !== '--json');
const benches = [...throughputBenches(), ...linearityBenches(), ...memoryBenches()].filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);

const rows: Row[] = [];
for (const bench of benches) {
  const own = await runBench(bench);
  rows.push(...own);
  if (!process.argv.includes('--json')) console.log(`${formatTable(own)}\n`);
}
if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2));
