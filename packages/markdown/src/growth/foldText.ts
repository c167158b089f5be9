import type { TextReader } from '../parse/createTextReader.ts';
import type { Branch } from '../parse/nestTokens.ts';
import { skipStandIn } from '../parse/readBlocks.ts';
import { appendInlines } from './appendInlines.ts';
import { findCut } from './findCut.ts';
import type { Fold, TextFold } from './fold.ts';

/** The open source without the start of its long last text. */
export interface ShorterText {
  readonly lines: readonly string[];
  readonly fold: Fold;
}

/**
 * Takes the start of a long open paragraph out of the source, where marks that come later cannot change it any more.
 *
 * @param lines - All open lines, the unfinished one too.
 * @returns `undefined` where the last text is not long, or not certain.
 */
export function foldText(
  branches: readonly Branch[],
  lines: readonly string[],
  fold: Fold | undefined,
  text: TextReader,
): ShorterText | undefined {
  const [branch] = branches;
  if (branch === undefined || branches.length > 1) return undefined;
  if (branch.token.type === 'paragraph_open') return shorten(branch, lines, fold, text);
  if (
    fold?.type === 'blocks' ||
    branch.token.type === 'footnote_open' ||
    branch.token.type === 'blockquote_open' ||
    branch.token.type === 'list_item_open'
  ) {
    const own: Fold =
      fold?.type === 'blocks'
        ? fold
        : { type: 'blocks', kept: [], checked: undefined, alert: undefined, loose: false, inner: undefined };
    const shorter = foldText(skipStandIn(branch, own.kept), lines, own.inner, text);
    return shorter && { lines: shorter.lines, fold: { ...own, inner: shorter.fold } };
  }
  if (branch.token.type.endsWith('list_open')) {
    const own: Fold = fold?.type === 'items' ? fold : { type: 'items', kept: [], loose: false, inner: undefined };
    const shorter = foldText(skipStandIn(branch, own.kept), lines, own.inner, text);
    return shorter && { lines: shorter.lines, fold: { ...own, inner: shorter.fold } };
  }
  return undefined;
}

function shorten(
  branch: Branch,
  lines: readonly string[],
  fold: Fold | undefined,
  text: TextReader,
): ShorterText | undefined {
  const source = branch.children[0]?.token.content ?? '';
  const before: TextFold = fold?.type === 'text' ? fold : { type: 'text', kept: [], source: '', uses: [] };
  const cut = findCut(source, text);
  const shorter = cut === 0 ? undefined : dropStart(source, cut, lines, branch.token.map?.[0] ?? 0);
  if (shorter === undefined) return undefined;
  const start = source.slice(0, cut);
  const { nodes, uses } = text.read(start);
  const kept = appendInlines(before.kept, nodes);
  const whole = { source: before.source + start, uses: [...before.uses, ...uses] };
  text.remember(kept, whole.source, whole.uses);
  return { lines: shorter, fold: { type: 'text', kept, ...whole } };
}

/** Moves what follows the cut to where the text starts, behind the marks of the containers around it. */
function dropStart(source: string, cut: number, lines: readonly string[], first: number): string[] | undefined {
  const textLines = source.split('\n');
  const dropped = source.slice(0, cut).split('\n');
  const last = dropped.length - 1;
  const start = findSuffix(lines[first], textLines[0]);
  const rest = textLines[last]?.slice(dropped[last]?.length);
  const end = findSuffix(lines[first + last], rest);
  if (start < 0 || end < 0) return undefined;
  const joined = (lines[first]?.slice(0, start) ?? '') + (lines[first + last]?.slice(end) ?? '');
  return [...lines.slice(0, first), joined, ...lines.slice(first + last + 1)];
}

/** Where `suffix` stands at the end of `line`; white space after it does not count. */
function findSuffix(line = '', suffix = ''): number {
  const end = suffix.trimEnd();
  const whole = line.trimEnd();
  return whole.endsWith(end) ? whole.length - end.length : -1;
}
