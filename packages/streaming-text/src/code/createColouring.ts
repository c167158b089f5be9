import { findGrammar } from './findGrammar.ts';
import { type Span, type TokenKind, tokenizeLine } from './tokenizeLine.ts';

/** Lines longer than this are data, not code to read. */
const LONGEST_LINE = 2000;

/** Colours a block of code that may be growing. */
export interface Colouring {
  /**
   * Colours the lines that are finished since the last call.
   *
   * @param nodes - The text nodes of the block, in order. All but the last are final.
   * @param isClosed - Whether the last line is finished too.
   */
  update(nodes: readonly Text[], isClosed: boolean): void;
  /** Takes all colours off. */
  remove(): void;
}

/**
 * Makes a colouring for a language, by the name after a fence.
 *
 * Colours are highlights: they change no element, so a selection in the code lives and the page lays nothing out again.
 *
 * @returns `undefined` for a language that is not known.
 */
export function createColouring(language: string): Colouring | undefined {
  const grammar = findGrammar(language);
  if (grammar === undefined) return undefined;
  let ranges: { kind: TokenKind; range: StaticRange }[] = [];
  let place = { node: 0, offset: 0 };
  let open: Span | undefined;

  function remove(): void {
    for (const { kind, range } of ranges) readHighlight(kind).delete(range);
    ranges = [];
    place = { node: 0, offset: 0 };
    open = undefined;
  }

  function colour(node: Text, start: number, line: string): void {
    if (grammar === undefined || line.length > LONGEST_LINE) return;
    const found = tokenizeLine(line, grammar, open);
    open = found.open;
    for (const { kind, start: from, end } of found.tokens) {
      const range = new StaticRange({
        startContainer: node,
        startOffset: start + from,
        endContainer: node,
        endOffset: start + end,
      });
      readHighlight(kind).add(range);
      ranges.push({ kind, range });
    }
  }

  function update(nodes: readonly Text[], isClosed: boolean): void {
    for (; place.node < nodes.length; place = { node: place.node + 1, offset: 0 }) {
      const node = nodes[place.node];
      if (node === undefined) return;
      const { data } = node;
      const isLast = place.node === nodes.length - 1;
      let start = place.offset;
      for (let end = data.indexOf('\n', start); end >= 0; end = data.indexOf('\n', start)) {
        colour(node, start, data.slice(start, end));
        start = end + 1;
      }
      if (isLast && isClosed && start < data.length) {
        colour(node, start, data.slice(start));
        start = data.length;
      }
      if (isLast) {
        place = { node: place.node, offset: start };
        return;
      }
    }
  }

  return { update, remove };
}

/** The page's highlight of a kind, which all blocks share. */
function readHighlight(kind: TokenKind): Highlight {
  const name = `ling-${kind}`;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
}
