import type { Chunked } from '../node.ts';

const CHUNK_SIZE = 32;

/** Adds entries at the end. Every chunk but the last is full, however the entries came, and full ones are kept. */
export function appendChunked<Entry>(list: Chunked<Entry>, entries: readonly Entry[]): Chunked<Entry> {
  if (entries.length === 0) return list;
  const last = list.at(-1) ?? [];
  const isFull = last.length === CHUNK_SIZE;
  const chunks = isFull ? [...list] : list.slice(0, -1);
  const rest = isFull ? entries : [...last, ...entries];
  for (let from = 0; from < rest.length; from += CHUNK_SIZE) chunks.push(rest.slice(from, from + CHUNK_SIZE));
  return chunks;
}

/** Counts the entries of a list made by {@link appendChunked}. */
export function countChunked(list: Chunked<unknown>): number {
  return Math.max(list.length - 1, 0) * CHUNK_SIZE + (list.at(-1)?.length ?? 0);
}

/** The entry at a place, counted from 0, of a list made by {@link appendChunked}. */
export function findChunked<Entry>(list: Chunked<Entry>, place: number): Entry | undefined {
  return list[Math.floor(place / CHUNK_SIZE)]?.[place % CHUNK_SIZE];
}
