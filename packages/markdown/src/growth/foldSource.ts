import { readContentStart } from '../rules/contentStart.ts';
import type { AlertKind, Block } from '../node.ts';
import type { TextReader } from '../parse/createTextReader.ts';
import type { Branch } from '../parse/nestTokens.ts';
import { isDefinition, readBlocks, readItems, skipStandIn, takeAlert, takeTask } from '../parse/readBlocks.ts';
import { readRows } from '../parse/readTable.ts';
import { appendChunked, countChunked } from './appendChunked.ts';
import { appendLines } from './appendLines.ts';
import type { Fold } from './fold.ts';
import { isClosed, mayGrowBack } from './isClosed.ts';

/** What is done with complete lines: closed blocks, and the source and fold of the one that is still open. */
export interface Folded {
  readonly closed: readonly Block[];
  /** Definitions in the lines that were taken out. */
  readonly labels: readonly string[];
  readonly lines: readonly string[];
  readonly fold: Fold | undefined;
}

/** Where folding starts. */
export interface FoldFrom {
  readonly firstId: number;
  /** What was taken out of the first block before. */
  readonly fold: Fold | undefined;
  /** Told which labels each block looked up. */
  readonly note: (id: number, labels: ReadonlySet<string>) => void;
}

interface Work {
  readonly lines: readonly string[];
  readonly text: TextReader;
  readonly kept: string[];
  readonly labels: string[];
  /** First line that is neither kept nor taken out yet. */
  next: number;
}

/**
 * Takes everything that is final out of complete lines.
 *
 * @param lines - The complete lines of the open source, without line ends.
 * @param branches - Their tokens, nested.
 */
export function foldSource(
  lines: readonly string[],
  branches: readonly Branch[],
  text: TextReader,
  from: FoldFrom,
): Folded {
  const work: Work = { lines, text, kept: [], labels: [], next: 0 };
  const open = findOpen(branches, work);
  const closed = readClosed(branches.slice(0, open), text, from);
  takeOut(branches.slice(0, open), work);
  work.next = branches[open]?.token.map?.[0] ?? lines.length;
  const fold = foldOpen(branches.slice(open), closed.length > 0 ? undefined : from.fold, work);
  from.note(from.firstId + closed.length, text.takeUses());
  return { closed, labels: work.labels, lines: [...work.kept, ...lines.slice(work.next)], fold };
}

function readClosed(branches: readonly Branch[], text: TextReader, from: FoldFrom): Block[] {
  const closed: Block[] = [];
  for (const branch of branches) {
    const fold = closed.length === 0 ? from.fold : undefined;
    const [block] = readBlocks([branch], text, { firstId: from.firstId + closed.length, fold });
    if (block === undefined) continue;
    from.note(block.id, text.takeUses());
    closed.push(block);
  }
  return closed;
}

/** Index of the first child that may still change. */
function findOpen(children: readonly Branch[], { lines }: Work): number {
  const last = children.at(-1);
  if (last === undefined) return 0;
  if (isClosed(last, lines)) return children.length;
  const before = children.at(-2);
  return before !== undefined && mayGrowBack(before, last) ? children.length - 2 : children.length - 1;
}

function takeOut(branches: readonly Branch[], work: Work): void {
  for (const { token, children } of branches) {
    if (token.type === 'reference_definition') work.labels.push(String(token.meta?.['label']));
    if (token.type === 'footnote_open') work.labels.push(token.content);
    takeOut(children, work);
  }
}

/** Folds the open one of `branches`, which are what is left of its siblings. */
function foldOpen(branches: readonly Branch[], fold: Fold | undefined, work: Work): Fold | undefined {
  const [branch] = branches;
  if (branch === undefined || isDefinition(branch)) return undefined;
  if (branches.length > 1) return fold; // the first ends with a definition that may still grow
  switch (branch.token.type) {
    case 'blockquote_open':
    case 'footnote_open':
      return foldBlocks(branch, fold, work);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return foldItems(branch, fold, work);
    case 'fence':
      return foldCode(branch, fold, work);
    case 'table_open':
      return foldRows(branch, fold, work);
    default:
      return fold;
  }
}

function foldBlocks(branch: Branch, before: Fold | undefined, work: Work): Fold | undefined {
  const fold = before?.type === 'blocks' ? before : undefined;
  const kept = fold?.kept ?? [];
  const { checked, alert } = kept.length > 0 && fold !== undefined ? fold : takeStart(branch);
  const loose = branch.hasGap || fold?.loose === true;
  const live = skipStandIn(branch, kept);
  const open = findOpen(live, work);
  const done = live.slice(0, open);
  const closed = readBlocks(done, work.text, { firstId: countChunked(kept), fold: fold?.inner });
  if (closed.length === 0) {
    const inner = foldOpen(live.slice(open), fold?.inner, work);
    return inner === undefined ? fold : { type: 'blocks', kept, checked, alert, loose, inner };
  }
  const next = (live[open]?.token.map?.[0] ?? done.at(-1)?.token.map?.[1]) || 0;
  if (!replaceStart(branch, next, work)) return fold;
  takeOut(done, work);
  const inner = foldOpen(live.slice(open), undefined, work);
  return { type: 'blocks', kept: appendChunked(kept, closed), checked, alert, loose, inner };
}

/** Takes off a container's start what says something of the container itself. */
function takeStart(branch: Branch): { checked: boolean | undefined; alert: AlertKind | undefined } {
  const { type } = branch.token;
  return {
    checked: type === 'list_item_open' ? takeTask(branch) : undefined,
    alert: type === 'blockquote_open' ? takeAlert(branch) : undefined,
  };
}

function foldItems(branch: Branch, before: Fold | undefined, work: Work): Fold | undefined {
  const fold = before?.type === 'items' ? before : undefined;
  const kept = fold?.kept ?? [];
  const live = skipStandIn(branch, kept);
  const done = live.slice(0, -1);
  const [first] = branch.children;
  const last = live.at(-1);
  if (first === undefined || last === undefined) return fold;
  const loose = branch.hasGap || fold?.loose === true;
  if (done.length === 0) {
    const inner = foldBlocks(last, fold?.inner, work);
    return inner === undefined ? fold : { type: 'items', kept, loose, inner };
  }
  if (!replaceItems(first, last.token.map?.[0] ?? 0, work)) return fold;
  const closed = readItems(done, work.text, { firstId: countChunked(kept), fold: fold?.inner });
  takeOut(done, work);
  return { type: 'items', kept: appendChunked(kept, closed), loose, inner: foldBlocks(last, undefined, work) };
}

function foldCode({ token }: Branch, before: Fold | undefined, work: Work): Fold | undefined {
  // Blank lines at the end stay: if the item around the code ends here, they set it apart from the next one.
  const lines = token.content
    .replace(/(?<=^|\n)(?:[ \t]*\n)+$/, '')
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0 || token.map === null) return before;
  keepUntil(token.map[0] + 1, work);
  work.next += lines.length;
  const more = lines.map((line) => `${line}\n`).join('');
  return { type: 'code', kept: appendLines(before?.type === 'code' ? before.kept : [], more) };
}

function foldRows(branch: Branch, before: Fold | undefined, work: Work): Fold | undefined {
  const { map } = branch.token;
  const kept = before?.type === 'rows' ? before.kept : [];
  const rows = readRows(branch, work.text, countChunked(kept));
  if (before?.type === 'text' || rows.length === 0 || map === null) return before;
  keepUntil(map[0] + 2, work);
  work.next = map[1];
  return { type: 'rows', kept: appendChunked(kept, rows) };
}

// A rule ends at once, so nothing that follows can join it.
const STAND_IN = '___';

/** Puts a stand-in where the content of a block starts, and goes on with line `next`. */
function replaceStart({ token }: Branch, next: number, work: Work): boolean {
  const line = token.map?.[0] ?? 0;
  const first = work.lines[line] ?? '';
  const start = readContentStart(token);
  if (start === undefined) return false;
  keepUntil(line, work);
  // Where the marker stands alone in its line, content starts one space after it.
  work.kept.push(start.line === line ? first.slice(0, start.column) + STAND_IN : `${first.trimEnd()} ${STAND_IN}`);
  work.next = next;
  return true;
}

/** Puts a stand-in for a list's first items, and goes on with line `next`. */
function replaceItems({ token }: Branch, next: number, work: Work): boolean {
  const line = token.map?.[0] ?? 0;
  const first = work.lines[line] ?? '';
  const start = readContentStart(token);
  if (start === undefined) return false;
  keepUntil(line, work);
  const marker = start.line === line ? first.slice(0, start.column) : first;
  // Four spaces set its content so far in that no other item of the list can be inside it.
  work.kept.push(`${marker.trimEnd()}    ${STAND_IN}`);
  work.next = next;
  return true;
}

function keepUntil(line: number, work: Work): void {
  work.kept.push(...work.lines.slice(work.next, line));
  work.next = line;
}
