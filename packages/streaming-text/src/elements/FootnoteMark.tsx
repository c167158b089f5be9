'use client';
import { type ReactNode, useContext } from 'react';
import { FootnotesContext } from '../footnotes.ts';
import { useSettings } from '../settings.ts';
import { goTo } from './goTo.ts';

/** Shows the number of a footnote, and leads to it once it is written. */
export function FootnoteMark({ name }: { name: string }): ReactNode {
  const { numbers, written, writeId } = useContext(FootnotesContext);
  const { labels } = useSettings();
  const number = numbers.get(name) ?? 0;
  return (
    <sup data-part="footnote-mark" data-footnote={number}>
      {written.has(name) ? (
        <a href={`#${writeId(number)}`} aria-label={labels.footnote(number)} onClick={goTo(`[data-note="${number}"]`)}>
          {number}
        </a>
      ) : (
        number
      )}
    </sup>
  );
}
