'use client';
import { memo, type ReactNode, useRef } from 'react';
import { GrowingText } from './GrowingText.tsx';

/** Numbers lines of code, beside it. Screen readers and copying leave the numbers out. */
export function LineNumbers({ text }: { text: readonly string[] }): ReactNode {
  return (
    <div className="ling-line-numbers" aria-hidden="true">
      {countLines(text).map(({ from, to }, index) => (
        <Numbers key={index} from={from} to={to} />
      ))}
    </div>
  );
}

/** The numbers of each piece's lines: from the first one, before the other. */
function countLines(text: readonly string[]): { from: number; to: number }[] {
  let line = 1;
  return text.map((piece) => {
    const from = line;
    line += piece.split('\n').length - 1;
    return { from, to: piece.endsWith('\n') ? line : line + 1 };
  });
}

const Numbers = memo(function Numbers({ from, to }: { from: number; to: number }): ReactNode {
  const parent = useRef<HTMLDivElement>(null);
  const value = Array.from({ length: to - from }, (_, index) => `${from + index}\n`).join('');
  return (
    <div ref={parent}>
      <GrowingText value={value} place={{ parent, index: 0 }} />
    </div>
  );
});
