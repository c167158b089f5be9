'use client';
import type { FootnoteEntry } from '@ling-stream/markdown';
import { type ReactNode, useContext } from 'react';
import { FootnotesContext } from '../footnotes.ts';
import { useSettings } from '../settings.ts';
import { Blocks } from './Blocks.tsx';
import { FootnoteBack } from './FootnoteBack.tsx';

/** Shows the footnotes that are written, below the text. */
export function FootnoteList({ entries }: { entries: readonly FootnoteEntry[] }): ReactNode {
  const { labels } = useSettings();
  const { writeId } = useContext(FootnotesContext);
  if (!entries.some(({ footnote }) => footnote !== undefined)) return null;
  return (
    <section className="ling-footnotes" data-part="footnotes" aria-label={labels.footnotes}>
      <ol>
        {entries.map(({ name, footnote }, index) => {
          const number = index + 1;
          return footnote === undefined ? null : (
            <li key={name} id={writeId(number)} value={number} data-note={number} tabIndex={-1} dir="auto">
              <Blocks blocks={footnote.children} open={false} />
              <FootnoteBack number={number} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
