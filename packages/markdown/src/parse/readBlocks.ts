import { appendChunked, countChunked } from '../growth/appendChunked.ts';
import { appendLines } from '../growth/appendLines.ts';
import type { Fold } from '../growth/fold.ts';
import type { AlertKind, Block, Chunked, List, ListItem, Quote } from '../node.ts';
import type { TextReader } from './createTextReader.ts';
import type { Branch } from './nestTokens.ts';
import { readTable } from './readTable.ts';
import { readText } from './readText.ts';

/** Where in a list of siblings reading starts, and what was taken out of the first of them. */
export interface ReadFrom {
  readonly firstId: number;
  readonly fold?: Fold | undefined;
}

/** Turns block tokens into blocks. */
export function readBlocks(branches: readonly Branch[], text: TextReader, from: ReadFrom): Block[] {
  const blocks: Block[] = [];
  for (const branch of branches) {
    const fold = blocks.length === 0 ? from.fold : undefined;
    const block = readBlock(branch, text, { firstId: from.firstId + blocks.length, fold });
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}

/** Whether a token shows nothing itself: it says what links mean. */
export function isDefinition({ token }: Branch): boolean {
  return token.type === 'reference_definition';
}

function readBlock(branch: Branch, text: TextReader, { firstId: id, fold }: ReadFrom): Block | undefined {
  const { token } = branch;
  switch (token.type) {
    case 'paragraph_open':
      return { type: 'paragraph', id, children: readText(branch, text, fold) };
    case 'heading_open':
      return { type: 'heading', id, depth: Number(token.tag.slice(1)), children: readText(branch, text, fold) };
    case 'fence':
    case 'code_block': {
      const kept = fold?.type === 'code' ? fold.kept : [];
      return { type: 'code', id, ...text.readInfo(token.info), text: appendLines(kept, token.content) };
    }
    case 'blockquote_open':
      return readQuote(branch, text, { firstId: id, fold });
    case 'footnote_open':
      return { type: 'footnote', id, name: token.content, children: readChildren(branch, text, fold) };
    case 'math_block':
      return { type: 'math', id, value: token.content };
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(branch, text, { firstId: id, fold });
    case 'table_open':
      return readTable(branch, text, { firstId: id, fold });
    case 'hr':
      return { type: 'rule', id };
    default:
      return undefined;
  }
}

function readQuote(branch: Branch, text: TextReader, { firstId: id, fold }: ReadFrom): Quote {
  const isFolded = fold?.type === 'blocks' && fold.kept.length > 0;
  const alert = isFolded ? fold.alert : takeAlert(branch);
  return { type: 'quote', id, alert, children: readChildren(branch, text, fold) };
}

function readChildren(branch: Branch, text: TextReader, fold: Fold | undefined): Chunked<Block> {
  if (fold?.type !== 'blocks') return appendChunked([], readBlocks(branch.children, text, { firstId: 0 }));
  const live = skipStandIn(branch, fold.kept);
  return appendChunked(fold.kept, readBlocks(live, text, { firstId: countChunked(fold.kept), fold: fold.inner }));
}

/** The children that are still in the source: the first one is a stand-in where some were taken out. */
export function skipStandIn({ children }: Branch, kept: Chunked<unknown>): readonly Branch[] {
  return kept.length > 0 ? children.slice(1) : children;
}

function readList(branch: Branch, text: TextReader, { firstId: id, fold }: ReadFrom): List {
  const { token } = branch;
  const { kept, inner, loose } = fold?.type === 'items' ? fold : { kept: [], inner: undefined, loose: false };
  const live = skipStandIn(branch, kept);
  return {
    type: 'list',
    id,
    start: token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : undefined,
    loose: branch.hasGap || loose || (inner?.type === 'blocks' && inner.loose),
    items: appendChunked(kept, readItems(live, text, { firstId: countChunked(kept), fold: inner })),
  };
}

/** Turns the tokens of list items into items. */
export function readItems(branches: readonly Branch[], text: TextReader, from: ReadFrom): ListItem[] {
  return branches.map((branch, index) => {
    const fold = index === 0 && from.fold?.type === 'blocks' ? from.fold : undefined;
    const isFolded = fold !== undefined && fold.kept.length > 0;
    const checked = isFolded ? fold.checked : takeTask(branch);
    return { id: from.firstId + index, checked, children: readChildren(branch, text, fold) };
  });
}

const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;
const ALERTS: readonly AlertKind[] = ['note', 'tip', 'important', 'warning', 'caution'];

/** Takes the line that makes a quote an alert off its start, and tells which. */
export function takeAlert({ children }: Branch): AlertKind | undefined {
  const [first] = children;
  const line = first?.token.type === 'paragraph_open' ? first.children[0]?.token : undefined;
  const [whole = '', kind] = ALERT.exec(line?.content ?? '') ?? [];
  if (line === undefined || whole === '') return undefined;
  line.content = line.content.slice(whole.length);
  if (line.content === '') children.shift();
  else if (first?.token.map) first.token.map[0] += 1;
  return ALERTS.find((alert) => alert === kind?.toLowerCase());
}

const TASK = /^\[([ xX])\][ \t\n]+(?=\S)/;

/** Takes the box of a task off the start of an item's text, and tells whether it is ticked. */
export function takeTask({ children }: Branch): boolean | undefined {
  const [first] = children;
  const line = first?.token.type === 'paragraph_open' ? first.children[0]?.token : undefined;
  const task = TASK.exec(line?.content ?? '');
  if (line === undefined || task === null) return undefined;
  line.content = line.content.slice(task[0].length);
  return task[1] !== ' ';
}
