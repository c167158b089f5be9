'use client';
import type { ReactNode } from 'react';
import { Blocks } from './elements/Blocks.tsx';
import { FootnoteList } from './elements/FootnoteList.tsx';
import { FootnotesContext, useFootnotes } from './footnotes.ts';
import { useDocument } from './useDocument.ts';

/** Shows Markdown that may still be growing. */
export function MarkdownText({ text, streaming }: { text: string; streaming: boolean }): ReactNode {
  const { blocks, footnotes } = useDocument(text, !streaming);
  return (
    <FootnotesContext.Provider value={useFootnotes(footnotes)}>
      <Blocks blocks={blocks} open={streaming} />
      <FootnoteList entries={footnotes} />
    </FootnotesContext.Provider>
  );
}
