import type { Block, Chunked, Inline, ListItem, TableRow } from '../node.ts';
import type { TextReader } from '../parse/createTextReader.ts';
import { appendInlines } from './appendInlines.ts';
import type { Fold, TextFold } from './fold.ts';

/** Reads again those texts of a block that use a definition which has changed. What did not change is the same object. */
function refreshBlock(block: Block, text: TextReader): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return replace(block, 'children', refreshText(block.children, text));
    case 'quote':
    case 'footnote':
      return replace(block, 'children', refreshBlocks(block.children, text));
    case 'list':
      return replace(block, 'items', refreshItems(block.items, text));
    case 'table': {
      const head = refreshRow(block.head, text);
      return replace(replace(block, 'head', head), 'rows', refreshRows(block.rows, text));
    }
    default:
      return block;
  }
}

/** Does so for those of the blocks whose ids are given. */
export function refreshSome(blocks: Chunked<Block>, ids: ReadonlySet<number>, text: TextReader): Chunked<Block> {
  if (ids.size === 0) return blocks;
  return mapChunked(blocks, (block) => (ids.has(block.id) ? refreshBlock(block, text) : block));
}

/** Does the same for what was taken out of the open block. */
export function refreshFold(fold: Fold | undefined, text: TextReader): Fold | undefined {
  switch (fold?.type) {
    case 'blocks':
      return { ...fold, kept: refreshBlocks(fold.kept, text), inner: refreshFold(fold.inner, text) };
    case 'items':
      return { ...fold, kept: refreshItems(fold.kept, text), inner: refreshFold(fold.inner, text) };
    case 'rows':
      return { ...fold, kept: refreshRows(fold.kept, text) };
    case 'text':
      return refreshTextFold(fold, text);
    default:
      return fold;
  }
}

function refreshTextFold(fold: TextFold, text: TextReader): TextFold {
  if (text.findStale(fold.kept) === undefined) return fold;
  const { nodes, uses } = text.read(fold.source);
  const kept = appendInlines([], nodes);
  text.remember(kept, fold.source, uses);
  return { ...fold, kept, uses };
}

function refreshBlocks(blocks: Chunked<Block>, text: TextReader): Chunked<Block> {
  return mapChunked(blocks, (block) => refreshBlock(block, text));
}

function refreshItems(items: Chunked<ListItem>, text: TextReader): Chunked<ListItem> {
  return mapChunked(items, (item) => replace(item, 'children', refreshBlocks(item.children, text)));
}

function refreshRows(rows: Chunked<TableRow>, text: TextReader): Chunked<TableRow> {
  return mapChunked(rows, (row) => refreshRow(row, text));
}

function refreshRow(row: TableRow, text: TextReader): TableRow {
  return replace(
    row,
    'cells',
    mapList(row.cells, (cell) => refreshText(cell, text)),
  );
}

function refreshText(children: Chunked<Inline>, text: TextReader): Chunked<Inline> {
  const source = text.findStale(children);
  if (source === undefined) return children;
  const { nodes, uses } = text.read(source);
  const fresh = appendInlines([], nodes);
  text.remember(fresh, source, uses);
  return fresh;
}

function mapChunked<Entry>(list: Chunked<Entry>, change: (entry: Entry) => Entry): Chunked<Entry> {
  return mapList(list, (chunk) => mapList(chunk, change));
}

function mapList<Entry>(list: readonly Entry[], change: (entry: Entry) => Entry): readonly Entry[] {
  const changed = list.map(change);
  return changed.some((entry, index) => entry !== list[index]) ? changed : list;
}

function replace<Node extends object, Key extends keyof Node>(node: Node, key: Key, value: Node[Key]): Node {
  return node[key] === value ? node : { ...node, [key]: value };
}
