'use client';
import type { FootnoteEntry } from '@ling-stream/markdown';
import { type Context, createContext, useId, useMemo } from 'react';

/** The footnotes of one text. */
export interface Footnotes {
  /** Numbers by name, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Names of the ones that are written. */
  readonly written: ReadonlySet<string>;
  /** The id of a footnote's element; no two texts on a page share one. */
  readonly writeId: (number: number) => string;
}

export const FootnotesContext: Context<Footnotes> = createContext<Footnotes>({
  numbers: new Map(),
  written: new Set(),
  writeId: String,
});

/** Numbers the footnotes of a text. */
export function useFootnotes(entries: readonly FootnoteEntry[]): Footnotes {
  const id = useId();
  return useMemo(
    () => ({
      numbers: new Map(entries.map(({ name }, index) => [name, index + 1])),
      written: new Set(entries.filter(({ footnote }) => footnote !== undefined).map(({ name }) => name)),
      writeId: (number) => `ling${id}footnote-${number}`,
    }),
    [entries, id],
  );
}
