import type { Alignment, Block, Inline, List, ListItem, Table, TableRow } from '../node.ts';
import type { Branch } from './nestTokens.ts';

/** Turns the source of a line of text into nodes. */
export type ReadInline = (source: string) => readonly Inline[];

/** Turns block tokens into blocks whose ids count from `firstId`. */
export function readBlocks(branches: readonly Branch[], readInline: ReadInline, firstId = 0): Block[] {
  const blocks: Block[] = [];
  for (const branch of branches) {
    const block = readBlock(branch, firstId + blocks.length, readInline);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}

function readBlock(branch: Branch, id: number, readInline: ReadInline): Block | undefined {
  const { token, children } = branch;
  switch (token.type) {
    case 'paragraph_open':
      return { type: 'paragraph', id, children: [readText(branch, readInline)] };
    case 'heading_open':
      return { type: 'heading', id, depth: Number(token.tag.slice(1)), children: [readText(branch, readInline)] };
    case 'fence':
      return { type: 'code', id, ...readInfo(token.info), text: [token.content] };
    case 'code_block':
      return { type: 'code', id, language: '', meta: '', text: [token.content] };
    case 'blockquote_open':
      return { type: 'quote', id, children: [readBlocks(children, readInline)] };
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(branch, id, readInline);
    case 'table_open':
      return readTable(branch, id, readInline);
    case 'hr':
      return { type: 'rule', id };
    default:
      return undefined; // a definition: it says what links mean and shows nothing itself
  }
}

function readText(branch: Branch, readInline: ReadInline): readonly Inline[] {
  const source = branch.children[0]?.token.content ?? '';
  return source === '' ? [] : readInline(source);
}

function readInfo(info: string): { language: string; meta: string } {
  const [, language = '', meta = ''] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(info) ?? [];
  return { language, meta };
}

function readList({ token, children }: Branch, id: number, readInline: ReadInline): List {
  const ordered = token.type === 'ordered_list_open';
  return {
    type: 'list',
    id,
    start: ordered ? Number(token.attrGet('start') ?? 1) : undefined,
    loose: children.some((item) => item.children.some(isLooseParagraph)),
    items: [children.map((item, index) => readItem(item, index, readInline))],
  };
}

function isLooseParagraph({ token }: Branch): boolean {
  return token.type === 'paragraph_open' && !token.hidden;
}

const TASK = /^\[([ xX])\][ \t\n]+(?=\S)/;

function readItem({ children }: Branch, id: number, readInline: ReadInline): ListItem {
  const [first] = children;
  const text = first?.token.type === 'paragraph_open' ? first.children[0]?.token : undefined;
  const task = TASK.exec(text?.content ?? '');
  if (text === undefined || task === null) {
    return { id, checked: undefined, children: [readBlocks(children, readInline)] };
  }
  text.content = text.content.slice(task[0].length);
  return { id, checked: task[1] !== ' ', children: [readBlocks(children, readInline)] };
}

function readTable({ children }: Branch, id: number, readInline: ReadInline): Table {
  const [head, body] = children;
  const [row] = head?.children ?? [];
  return {
    type: 'table',
    id,
    alignments: row?.children.map(readAlignment) ?? [],
    head: readRow(row, 0, readInline),
    rows: [body?.children.map((child, index) => readRow(child, index, readInline)) ?? []],
  };
}

function readAlignment({ token }: Branch): Alignment {
  const [, side] = /(left|center|right)$/.exec(String(token.attrGet('style') ?? '')) ?? [];
  return side === 'left' || side === 'center' || side === 'right' ? side : '';
}

function readRow(row: Branch | undefined, id: number, readInline: ReadInline): TableRow {
  return { id, cells: row?.children.map((cell) => readText(cell, readInline)) ?? [] };
}
