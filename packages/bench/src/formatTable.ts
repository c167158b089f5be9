import type { Row } from './bench.ts';

/** The rows as Markdown tables, one a bench. */
export function formatTable(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({ bench }) => bench))];
  return names.map((name) => `### ${name}\n\n${HEAD}\n${linesOf(rows, name)}`).join('\n\n');
}

const HEAD = '| Entry | CPU ms | Ratio | Aim |\n| --- | ---: | ---: | --- |';

function linesOf(rows: readonly Row[], name: string): string {
  return rows
    .filter(({ bench }) => bench === name)
    .map(line)
    .join('\n');
}

function line({ entry, cpuMs, ratio, aim = '' }: Row): string {
  return `| ${entry} | ${cpuMs.toFixed(1)} | ${ratio.toFixed(2)} | ${aim} |`;
}
