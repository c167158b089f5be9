import type { Token } from 'markdown-it';
import { holdBack } from './completion/holdBack.ts';
import { markOpenText } from './completion/markOpenText.ts';
import { appendChunked, countChunked, findChunked } from './growth/appendChunked.ts';
import { createFootnoteOrder } from './growth/createFootnoteOrder.ts';
import { createUseIndex } from './growth/createUseIndex.ts';
import type { Fold } from './growth/fold.ts';
import { foldSource } from './growth/foldSource.ts';
import { foldText } from './growth/foldText.ts';
import { refreshFold, refreshSome } from './growth/refreshBlock.ts';
import type { Block, Chunked, FootnoteEntry } from './node.ts';
import { createDefinitions } from './parse/createDefinitions.ts';
import { createTextReader } from './parse/createTextReader.ts';
import { type Branch, nestTokens } from './parse/nestTokens.ts';
import { readBlocks } from './parse/readBlocks.ts';
import { createParser } from './rules/createParser.ts';

/** How a growing document is read. */
export interface MarkdownStreamOptions {
  /**
   * Whether the end of the text is shown as what it is about to be, and left out where nothing can be said yet.
   * Without, the document is at every moment what its text would be as a whole. Defaults to `true`.
   */
  readonly completion?: boolean;
}

/** Markdown that grows. */
export interface MarkdownStream {
  /** Adds text, cut anywhere. */
  append(text: string): void;
  /** Shows what was left out at the end, until more is added: for when nothing has come for a while. */
  reveal(): void;
  /** Says that no more text will come: the document is what its text is as a whole. */
  finish(): void;
  /** The document so far; a block that did not change is the same object as before. */
  readonly blocks: Chunked<Block>;
  /** The footnotes the text refers to, in the order of their numbers. */
  readonly footnotes: readonly FootnoteEntry[];
}

interface Shown {
  readonly blocks: Chunked<Block>;
  readonly footnotes: readonly FootnoteEntry[];
}

/** Makes an empty document to append Markdown to. */
export function createMarkdownStream({ completion = true }: MarkdownStreamOptions = {}): MarkdownStream {
  const parser = createParser();
  const definitions = createDefinitions();
  const text = createTextReader(parser, definitions);
  const uses = createUseIndex(definitions);
  const footnotes = createFootnoteOrder();
  const env = { references: definitions.references };
  /** Source of the open block, and of what follows it, without what was folded. */
  let source = '';
  let fold: Fold | undefined;
  let closed: Chunked<Block> = [];
  let shown: Shown | undefined;
  let completes = completion;
  let holds = completion;
  let heldReturn = false;
  /** Length of the source at which looking for a cut is worth it again. */
  let nextCut = 0;
  definitions.assumeFootnotes(completion);

  function parse(open: string): Branch[] {
    const tokens: Token[] = [];
    definitions.reopen();
    parser.block.parse(open, parser, env, tokens);
    return nestTokens(tokens, open.split('\n'));
  }

  function note(id: number, labels: ReadonlySet<string>): void {
    uses.note(id, labels);
    footnotes.look(labels);
  }

  /** Takes out what the complete lines have made final. */
  function settle(): void {
    const end = source.lastIndexOf('\n');
    if (end < 0) return;
    const lines = source.slice(0, end).split('\n');
    const branches = parse(source.slice(0, end + 1));
    const folded = foldSource(lines, branches, text, { firstId: countChunked(closed), fold, note });
    uses.touch(definitions.openLabels());
    folded.labels.forEach(definitions.settle);
    footnotes.close(folded.closed);
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
    holds = completes;
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
    note(countChunked(closed), text.takeUses());
  }

  /** Reads closed text again where what it uses means something else by now. */
  function refresh(): void {
    uses.touch(definitions.openLabels());
    const stale = uses.takeStale();
    closed = refreshSome(closed, stale, text);
    if (stale.has(countChunked(closed))) fold = refreshFold(fold, text);
  }

  function read(): Shown {
    const whole = parse(source);
    const display = holds ? holdBack(source, whole) : source;
    const branches = display === source ? whole : parse(display);
    refresh();
    if (completes) markOpenText(branches, display);
    text.reveal(!holds);
    const open = readBlocks(branches, text, { firstId: countChunked(closed), fold });
    const labels = text.takeUses();
    if (display === source) shorten(branches);
    const blocks = appendChunked(closed, open);
    const find = (id: number): Block | undefined => findChunked(blocks, id);
    const isDefined = (name: string): boolean => definitions.find(name) !== undefined;
    return { blocks, footnotes: footnotes.read({ blocks: open, labels }, find, isDefined) };
  }

  return {
    append,
    reveal() {
      if (holds) shown = undefined;
      holds = false;
    },
    finish() {
      if (heldReturn) append('');
      completes = holds = false;
      shown = undefined;
      definitions.assumeFootnotes(false);
      uses.touch(footnotes.names());
    },
    get blocks() {
      return (shown ??= read()).blocks;
    },
    get footnotes() {
      return (shown ??= read()).footnotes;
    },
  };
}
