'use client';
import { type ReactNode, useContext } from 'react';
import { FootnotesContext } from '../footnotes.ts';
import { useSettings } from '../settings.ts';
import { goTo } from './goTo.ts';

/** Leads from a footnote back to its first mark. */
export function FootnoteBack({ number }: { number: number }): ReactNode {
  const { labels } = useSettings();
  const { writeId } = useContext(FootnotesContext);
  return (
    <a
      href={`#${writeId(number)}`}
      className="ling-footnote-back"
      data-part="footnote-back"
      aria-label={labels.backToText(number)}
      onClick={goTo(`[data-footnote="${number}"] a`)}
    >
      ↩
    </a>
  );
}
