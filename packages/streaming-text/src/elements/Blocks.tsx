'use client';
import type { Block, Chunked, List, ListItem, Quote } from '@ling-stream/markdown';
import { memo, type ReactNode, type RefObject, useRef } from 'react';
import { useSettings } from '../settings.ts';
import { CodeView } from './CodeView.tsx';
import { MathView } from './MathView.tsx';
import { TableView } from './TableView.tsx';
import { InlineChunks, TextBlockView } from './TextBlockView.tsx';

export interface BlocksProps {
  readonly blocks: Chunked<Block>;
  /** Whether more text may still be added to the last block. */
  readonly open: boolean;
}

/** Shows blocks one after another. A chunk that did not change is not looked into. */
export function Blocks({ blocks, open }: BlocksProps): ReactNode {
  return blocks.map((chunk, index) => (
    <BlockChunk key={index} chunk={chunk} open={open && index === blocks.length - 1} />
  ));
}

const BlockChunk = memo(function BlockChunk({ chunk, open }: { chunk: readonly Block[]; open: boolean }): ReactNode {
  return chunk.map((block, index) => (
    <BlockView key={block.id} block={block} open={open && index === chunk.length - 1} />
  ));
});

interface BlockViewProps {
  readonly block: Block;
  /** Whether more text may still be added to it. */
  readonly open: boolean;
}

/** Shows one block; nothing below it is looked into while the block is the same object. */
const BlockView = memo(function BlockView({ block, open }: BlockViewProps): ReactNode {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return <TextBlockView block={block} open={open} />;
    case 'code':
      return <CodeView block={block} open={open} />;
    case 'math':
      return <MathView box="div" value={block.value} display />;
    case 'footnote':
      return null; // shown below the text
    case 'quote':
      return block.alert === undefined ? <QuoteView block={block} open={open} /> : <AlertView {...{ block, open }} />;
    case 'list':
      return <ListView list={block} open={open} />;
    case 'table':
      return <TableView table={block} />;
    case 'rule':
      return <RuleView />;
  }
});

function QuoteView({ block, open }: { block: Quote; open: boolean }): ReactNode {
  const Tag = useSettings().components.blockquote ?? 'blockquote';
  return (
    <Tag dir="auto">
      <Blocks blocks={block.children} open={open} />
    </Tag>
  );
}

function AlertView({ block, open }: { block: Quote; open: boolean }): ReactNode {
  const { labels } = useSettings();
  const { alert = 'note', children } = block;
  return (
    <div className="ling-alert" data-part="alert" data-kind={alert} role="note" dir="auto">
      <p className="ling-alert-title">{labels.alerts[alert]}</p>
      <Blocks blocks={children} open={open} />
    </div>
  );
}

function RuleView(): ReactNode {
  const Tag = useSettings().components.hr ?? 'hr';
  return <Tag />;
}

/** Shows a list. */
function ListView({ list, open }: { list: List; open: boolean }): ReactNode {
  const { components } = useSettings();
  const { items, loose, start } = list;
  const rows = items.map((chunk, index) => (
    <ItemChunk key={index} chunk={chunk} loose={loose} open={open && index === items.length - 1} />
  ));
  if (start === undefined) {
    const Tag = components.ul ?? 'ul';
    return <Tag dir="auto">{rows}</Tag>;
  }
  const Tag = components.ol ?? 'ol';
  return (
    <Tag dir="auto" start={start === 1 ? undefined : start}>
      {rows}
    </Tag>
  );
}

interface ItemChunkProps {
  readonly chunk: readonly ListItem[];
  readonly loose: boolean;
  readonly open: boolean;
}

const ItemChunk = memo(function ItemChunk({ chunk, loose, open }: ItemChunkProps): ReactNode {
  return chunk.map((item, index) => (
    <ItemView key={item.id} item={item} loose={loose} open={open && index === chunk.length - 1} />
  ));
});

interface ItemViewProps {
  readonly item: ListItem;
  readonly loose: boolean;
  readonly open: boolean;
}

const ItemView = memo(function ItemView({ item, loose, open }: ItemViewProps): ReactNode {
  const { components, labels, caret } = useSettings();
  const own = useRef<HTMLLIElement>(null);
  const Tag = components.li;
  const parent = Tag === undefined ? own : undefined;
  const isTask = item.checked !== undefined;
  const children = (
    <>
      {isTask && <input type="checkbox" checked={item.checked} disabled readOnly aria-label={labels.task} />}
      <ItemChildren item={item} loose={loose} open={open} parent={parent} />
    </>
  );
  const attributes = {
    dir: 'auto',
    'data-task': isTask ? '' : undefined,
    'data-caret': caret && open && !loose && item.children.at(-1)?.at(-1)?.type === 'paragraph' ? '' : undefined,
  };
  if (Tag !== undefined) return <Tag {...attributes}>{children}</Tag>;
  return (
    <li ref={own} {...attributes}>
      {children}
    </li>
  );
});

interface ItemChildrenProps extends ItemViewProps {
  readonly parent: RefObject<Node | null> | undefined;
}

/** A tight item's paragraphs have no element of their own. */
function ItemChildren({ item, loose, open, parent }: ItemChildrenProps): ReactNode {
  let offset = item.checked === undefined ? 0 : 1;
  return item.children.map((chunk, at) =>
    chunk.map((block, index) => {
      const last = at === item.children.length - 1 && index === chunk.length - 1;
      const before = offset;
      offset += countNodes(block, loose);
      return !loose && block.type === 'paragraph' ? (
        <InlineChunks key={block.id} chunks={block.children} parent={parent} offset={before} />
      ) : (
        <BlockView key={block.id} block={block} open={open && last} />
      );
    }),
  );
}

function countNodes(block: Block, loose: boolean): number {
  if (loose || block.type !== 'paragraph') return 1;
  return block.children.reduce((sum, nodes) => sum + nodes.length, 0);
}
