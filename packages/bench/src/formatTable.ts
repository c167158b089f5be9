import type { Row } from './bench.ts';

/** The rows as Markdown tables, one a bench. */
export function formatTable(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({ bench }) => bench))];
  return names
    .map((name) =>
      tableOf(
        name,
        rows.filter(({ bench }) => bench === name),
      ),
    )
    .join('\n\n');
}

function tableOf(name: string, rows: readonly Row[]): string {
  const head = `| Entry | ${rows[0]?.unit} | Ratio | Aim |\n| --- | ---: | ---: | --- |`;
  return `### ${name}\n\n${head}\n${rows.map(line).join('\n')}`;
}

function line({ entry, figure, ratio, aim = '' }: Row): string {
  return `| ${entry} | ${figure.toFixed(1)} | ${ratio.toFixed(2)} | ${aim} |`;
}
