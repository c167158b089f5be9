'use client';
import type { Alignment, Table, TableRow } from '@ling-stream/markdown';
import { memo, type ReactNode } from 'react';
import { useSettings } from '../settings.ts';
import { CopyButton } from './CopyButton.tsx';
import { InlineChunks } from './TextBlockView.tsx';

/** Shows a table in a box of its own, which a keyboard can scroll, with buttons that copy it. */
export function TableView({ table }: { table: Table }): ReactNode {
  const { components, labels } = useSettings();
  const Tag = components.table ?? 'table';
  return (
    <figure className="ling-table-box" data-part="table">
      <div className="ling-table" data-part="table-scroll" role="group" aria-label={labels.table} tabIndex={0}>
        <Tag>
          <thead>
            <RowView row={table.head} alignments={table.alignments} cell="th" />
          </thead>
          {table.rows.length > 0 && (
            <tbody>
              {table.rows.map((chunk, index) => (
                <RowChunk key={index} chunk={chunk} alignments={table.alignments} />
              ))}
            </tbody>
          )}
        </Tag>
      </div>
      <figcaption className="ling-table-tools" data-part="table-tools">
        <CopyButton label={labels.copyCsv} read={async () => (await import('../table/writeCsv.ts')).writeCsv(table)} />
        <CopyButton
          label={labels.copyMarkdown}
          read={async () => (await import('../table/writeMarkdown.ts')).writeMarkdown(table)}
        />
      </figcaption>
    </figure>
  );
}

interface RowChunkProps {
  readonly chunk: readonly TableRow[];
  readonly alignments: readonly Alignment[];
}

const RowChunk = memo(function RowChunk({ chunk, alignments }: RowChunkProps): ReactNode {
  return chunk.map((row) => <RowView key={row.id} row={row} alignments={alignments} cell="td" />);
});

interface RowViewProps {
  readonly row: TableRow;
  readonly alignments: readonly Alignment[];
  readonly cell: 'td' | 'th';
}

const RowView = memo(function RowView({ row, alignments, cell }: RowViewProps): ReactNode {
  const { components } = useSettings();
  const Row = components.tr ?? 'tr';
  const Cell = components[cell] ?? cell;
  return (
    <Row>
      {row.cells.map((nodes, index) => (
        // An attribute and not a style: pages that forbid inline styles keep the alignment.
        <Cell key={index} dir="auto" data-align={alignments[index] === '' ? undefined : alignments[index]}>
          <InlineChunks chunks={nodes} />
        </Cell>
      ))}
    </Row>
  );
});
