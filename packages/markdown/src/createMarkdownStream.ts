import type { Token } from 'markdown-it';
import { appendChunked, countChunked } from './growth/appendChunked.ts';
import type { Fold } from './growth/fold.ts';
import { createUseIndex } from './growth/createUseIndex.ts';
import { foldSource } from './growth/foldSource.ts';
import { foldText } from './growth/foldText.ts';
import { refreshFold, refreshSome } from './growth/refreshBlock.ts';
import type { Block, Chunked } from './node.ts';
import { createDefinitions } from './parse/createDefinitions.ts';
import { createParser } from './parse/createParser.ts';
import { createTextReader } from './parse/createTextReader.ts';
import { type Branch, nestTokens } from './parse/nestTokens.ts';
import { readBlocks } from './parse/readBlocks.ts';

/** Markdown that grows. */
export interface MarkdownStream {
  /** Adds text, cut anywhere. */
  append(text: string): void;
  /** Says that no more text will come. */
  finish(): void;
  /** The document so far; a block that did not change is the same object as before. */
  readonly blocks: Chunked<Block>;
}

/** Makes an empty document to append Markdown to. */
export function createMarkdownStream(): MarkdownStream {
  const parser = createParser();
  const definitions = createDefinitions();
  const text = createTextReader(parser, definitions);
  const uses = createUseIndex(definitions);
  const env = { references: definitions.references };
  /** Source of the open block, and of what follows it, without what was folded. */
  let source = '';
  let fold: Fold | undefined;
  let closed: Chunked<Block> = [];
  let shown: Chunked<Block> | undefined = [];
  let heldReturn = false;
  /** Length of the source at which looking for a cut is worth it again. */
  let nextCut = 0;

  function parse(open: string): Branch[] {
    const tokens: Token[] = [];
    definitions.reopen();
    parser.block.parse(open, parser, env, tokens);
    return nestTokens(tokens, open.split('\n'));
  }

  /** Takes out what the complete lines have made final. */
  function settle(): void {
    const end = source.lastIndexOf('\n');
    if (end < 0) return;
    const lines = source.slice(0, end).split('\n');
    const branches = parse(source.slice(0, end + 1));
    const folded = foldSource(lines, branches, text, { firstId: countChunked(closed), fold, note: uses.note });
    uses.touch(definitions.openLabels());
    folded.labels.forEach(definitions.settle);
    closed = appendChunked(closed, folded.closed);
    fold = folded.fold;
    nextCut = 0;
    source = [...folded.lines, source.slice(end + 1)].join('\n');
  }

  function append(more: string): void {
    const whole = heldReturn ? `\r${more}` : more;
    heldReturn = whole.endsWith('\r'); // it may be the first half of a line end
    const added = (heldReturn ? whole.slice(0, -1) : whole).replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
    if (added === '') return;
    source += added;
    shown = undefined;
    if (added.includes('\n')) settle();
  }

  /** Takes out what is final of a long open paragraph, for the next time. */
  function shorten(branches: readonly Branch[]): void {
    if (source.length < nextCut) return;
    const shorter = foldText(branches, source.split('\n'), fold, text);
    nextCut = shorter === undefined ? source.length * 2 : 0;
    if (shorter === undefined) return;
    source = shorter.lines.join('\n');
    fold = shorter.fold;
    uses.note(countChunked(closed), text.takeUses());
  }

  function read(): Chunked<Block> {
    const branches = parse(source);
    uses.touch(definitions.openLabels());
    const stale = uses.takeStale();
    closed = refreshSome(closed, stale, text);
    if (stale.has(countChunked(closed))) fold = refreshFold(fold, text);
    const open = readBlocks(branches, text, { firstId: countChunked(closed), fold });
    text.takeUses(); // the open part is read again anyway
    shorten(branches);
    return appendChunked(closed, open);
  }

  return {
    append,
    finish() {
      if (heldReturn) append('');
      shown = undefined;
    },
    get blocks() {
      return (shown ??= read());
    },
  };
}
