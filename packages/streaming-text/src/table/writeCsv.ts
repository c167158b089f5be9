import type { Table } from '@ling-stream/markdown';
import { readText } from './readText.ts';

/** Writes a table as comma-separated values, its cells as the text they show. */
export function writeCsv({ head, rows }: Table): string {
  const lines = [head, ...rows.flat()].map(({ cells }) => cells.map((cell) => quote(readText(cell.flat()))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function quote(text: string): string {
  // A spreadsheet would run what starts like a formula; a number may start so.
  const safe = /^[=+@\t\r]|^-(?![\d.,]+%?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
