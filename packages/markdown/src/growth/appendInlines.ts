import type { Chunked, Inline } from '../node.ts';
import { appendChunked } from './appendChunked.ts';

/** Adds nodes at the end of a stretch of text; two texts that meet become one. */
export function appendInlines(list: Chunked<Inline>, nodes: readonly Inline[]): Chunked<Inline> {
  const last = list.at(-1)?.at(-1);
  const [first] = nodes;
  if (last?.type !== 'text' || first?.type !== 'text') return appendChunked(list, nodes);
  const joined: Inline = { type: 'text', value: last.value + first.value };
  const ahead = list.at(-1)?.slice(0, -1) ?? [];
  return appendChunked(list.slice(0, -1), [...ahead, joined, ...nodes.slice(1)]);
}
