import { appendChunked, countChunked } from '../growth/appendChunked.ts';
import type { Fold } from '../growth/fold.ts';
import type { Alignment, Table, TableRow } from '../node.ts';
import type { TextReader } from './createTextReader.ts';
import type { Branch } from './nestTokens.ts';
import { readText } from './readText.ts';

/** Turns the tokens of a table into a table; `fold` may hold rows, or the start of its first cell. */
export function readTable(
  branch: Branch,
  text: TextReader,
  { firstId: id, fold }: { firstId: number; fold?: Fold | undefined },
): Table {
  const [row] = branch.children[0]?.children ?? [];
  const kept = fold?.type === 'rows' ? fold.kept : [];
  return {
    type: 'table',
    id,
    alignments: row?.children.map(readAlignment) ?? [],
    head: readRow(row, 0, text, fold),
    rows: appendChunked(kept, readRows(branch, text, countChunked(kept))),
  };
}

/** Turns the body rows of a table's tokens into rows. */
export function readRows({ children }: Branch, text: TextReader, firstId: number): TableRow[] {
  return children[1]?.children.map((row, index) => readRow(row, firstId + index, text)) ?? [];
}

function readAlignment({ token }: Branch): Alignment {
  const [, side] = /(left|center|right)$/.exec(String(token.attrGet('style') ?? '')) ?? [];
  return side === 'left' || side === 'center' || side === 'right' ? side : '';
}

function readRow(row: Branch | undefined, id: number, text: TextReader, fold?: Fold): TableRow {
  // A long paragraph may turn out to be the head row; what was kept of it is then the start of its first cell.
  return { id, cells: row?.children.map((cell, index) => readText(cell, text, index === 0 ? fold : undefined)) ?? [] };
}
