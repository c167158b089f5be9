/** What a stretch of code is, as far as its colour goes. */
export type TokenKind = 'keyword' | 'string' | 'comment' | 'number';

/** A coloured stretch of a line: from `start`, before `end`. */
export interface CodeToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** A comment or a string of several lines. */
export interface Span {
  readonly kind: 'comment' | 'string';
  readonly open: string;
  readonly close: string;
}

/** How a language writes what is coloured. */
export interface Grammar {
  /** Finds what may be coloured; a group for each kind, `span` for the start of a span, `word` for what may be a keyword. */
  readonly pattern: RegExp;
  readonly spans: readonly Span[];
  readonly isKeyword: (word: string) => boolean;
}

/**
 * Finds what to colour in one line.
 *
 * @param open - The span that the line before left open.
 * @returns The tokens, and the span that this line leaves open.
 */
export function tokenizeLine(
  line: string,
  { pattern, spans, isKeyword }: Grammar,
  open: Span | undefined,
): { tokens: CodeToken[]; open: Span | undefined } {
  const tokens: CodeToken[] = [];
  let at = 0;
  let span = open;
  while (at < line.length || span !== undefined) {
    if (span !== undefined) {
      const close = line.indexOf(span.close, tokens.length === 0 && open !== undefined ? 0 : at + span.open.length);
      const end = close < 0 ? line.length : close + span.close.length;
      if (end > at) tokens.push({ kind: span.kind, start: at, end });
      if (close < 0) return { tokens, open: span };
      at = end;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) break;
    const { index, 0: whole, groups = {} } = match;
    span = groups['span'] === undefined ? undefined : spans.find((candidate) => candidate.open === whole);
    at = span === undefined ? index + whole.length : index;
    const kind = readKind(groups, isKeyword);
    if (span === undefined && kind !== undefined) tokens.push({ kind, start: index, end: at });
  }
  return { tokens, open: undefined };
}

function readKind(
  groups: Record<string, string | undefined>,
  isKeyword: (word: string) => boolean,
): TokenKind | undefined {
  if (groups['comment'] !== undefined) return 'comment';
  if (groups['string'] !== undefined) return 'string';
  if (groups['number'] !== undefined) return 'number';
  const isWord = groups['tag'] !== undefined || (groups['word'] !== undefined && isKeyword(groups['word']));
  return isWord ? 'keyword' : undefined;
}
