import { appendInlines } from '../growth/appendInlines.ts';
import type { Fold } from '../growth/fold.ts';
import type { Chunked, Inline } from '../node.ts';
import type { TextReader } from './createTextReader.ts';
import type { Branch } from './nestTokens.ts';

/** Reads the text of a paragraph, a heading or a cell; `fold` may hold the start of it. */
export function readText(branch: Branch, text: TextReader, fold: Fold | undefined): Chunked<Inline> {
  const source = branch.children[0]?.token.content ?? '';
  const start = fold?.type === 'text' ? fold : undefined;
  const isOpen = branch.children[0]?.token.meta?.['open'] === true;
  const { nodes, uses } = text.read(source, isOpen);
  const children = appendInlines(start?.kept ?? [], nodes);
  if (start === undefined) text.remember(children, source, uses);
  else text.remember(children, start.source + source, [...start.uses, ...uses]);
  return children;
}
