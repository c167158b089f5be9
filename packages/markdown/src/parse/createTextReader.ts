import type { MarkdownIt, Token } from 'markdown-it';
import { dropUndecided } from '../completion/dropUndecided.ts';
import type { Inline } from '../node.ts';
import { type Definitions, isSameReference, type Uses } from './createDefinitions.ts';
import { isSettled } from './isSettled.ts';
import { readInlines } from './readInlines.ts';

/** Reads lines of text, and remembers what each was read from and which definitions it used. */
export interface TextReader {
  /** @param isOpen - Whether the text may go on, so that its end is read as what it is about to be. */
  read(source: string, isOpen?: boolean): { nodes: readonly Inline[]; uses: Uses };
  /** Whether nothing that may follow can change how a source is read. */
  isSettled(source: string): boolean;
  /** Reads a code block's info string. */
  readInfo(info: string): { language: string; meta: string };
  /** Remembers what nodes were made from, under the list that holds them. */
  remember(list: object, source: string, uses: Uses): void;
  /** What a list was made from, if a definition it used means something else by now. */
  findStale(list: object): string | undefined;
  /** Whether the undecided end of an open text is shown as it is. */
  reveal(isRevealed: boolean): void;
  /** Hands over the labels that were looked up since the last call. */
  takeUses(): ReadonlySet<string>;
}

/** Makes a reader for the parser's inline grammar. */
export function createTextReader(parser: MarkdownIt, definitions: Definitions): TextReader {
  const origins = new WeakMap<object, { source: string; uses: Uses }>();
  let used = new Set<string>();
  let isRevealed = false;
  const env = { references: definitions.references };

  return {
    read(source, isOpen = false) {
      const tokens: Token[] = [];
      const shown = isOpen && !isRevealed ? dropUndecided(source) : source;
      const { uses } = definitions.watch(() => parser.inline.parse(shown, parser, { ...env, open: isOpen }, tokens));
      for (const label of uses.flatMap((found) => [...found.keys()])) used.add(label);
      return { nodes: readInlines(tokens), uses };
    },
    isSettled(source) {
      const tokens: Token[] = [];
      parser.inline.parse(source, parser, env, tokens);
      return isSettled(tokens);
    },
    readInfo(info) {
      const [, language = '', meta = ''] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(parser.utils.unescapeAll(info)) ?? [];
      return { language, meta };
    },
    remember(list, source, uses) {
      if (uses.length > 0) origins.set(list, { source, uses });
    },
    findStale(list) {
      const origin = origins.get(list);
      if (origin === undefined) return undefined;
      const changed = origin.uses.some((reading) =>
        [...reading].some(([label, found]) => !isSameReference(found, definitions.find(label))),
      );
      return changed ? origin.source : undefined;
    },
    reveal(reveal) {
      isRevealed = reveal;
    },
    takeUses() {
      const taken = used;
      used = new Set();
      return taken;
    },
  };
}
