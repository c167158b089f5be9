'use client';
import { type ReactNode, useRef } from 'react';
import { GrowingText } from './elements/GrowingText.tsx';

/** Shows text as it is. */
export function PlainText({ text }: { text: string }): ReactNode {
  const parent = useRef<HTMLDivElement>(null);
  return (
    <div ref={parent} className="ling-plain" dir="auto">
      <GrowingText value={text} place={{ parent, index: 0 }} />
    </div>
  );
}
