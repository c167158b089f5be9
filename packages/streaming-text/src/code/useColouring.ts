'use client';
import type { CodeBlock } from '@ling-stream/markdown';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isText } from '../textNode.ts';
import type { Colouring } from './createColouring.ts';

/**
 * Colours a block of code, once what is needed for its language is loaded and where the browser has highlights.
 *
 * @param language - Name of the language; `''` for no colours.
 * @param isClosed - Whether the last line is finished.
 */
export function useColouring(
  code: RefObject<HTMLElement | null>,
  language: string,
  { text }: CodeBlock,
  isClosed: boolean,
): void {
  const colouring = useLoaded(language);
  const coloured = useRef<readonly string[]>([]);
  useEffect(() => {
    if (!goesOn(coloured.current, text)) colouring?.remove();
    coloured.current = text;
    colouring?.update([...(code.current?.childNodes ?? [])].filter(isText), isClosed);
  });
}

function useLoaded(language: string): Colouring | undefined {
  const [colouring, setColouring] = useState<Colouring>();
  useEffect(() => {
    if (language === '' || typeof CSS === 'undefined' || !('highlights' in CSS)) return;
    let isGone = false;
    let made: Colouring | undefined;
    const load = async (): Promise<void> => {
      const { createColouring } = await import('./createColouring.ts');
      if (isGone) return;
      made = createColouring(language);
      setColouring(made);
    };
    // Without colours the code is as readable; the app's own loader reports a chunk that is missing.
    load().catch(() => {});
    return () => {
      isGone = true;
      made?.remove();
      setColouring(undefined);
    };
  }, [language]);
  return colouring;
}

function goesOn(before: readonly string[], after: readonly string[]): boolean {
  const last = before.length - 1;
  return before.every((piece, index) =>
    index < last ? piece === after[index] : (after[index] ?? '').startsWith(piece),
  );
}
