'use client';
import { memo, type ReactNode, type RefObject, useRef } from 'react';
import { GrowingText } from './GrowingText.tsx';

export interface PlainPiecesProps {
  readonly pieces: readonly string[];
  /** Gets the element of the first piece. */
  readonly first?: RefObject<HTMLDivElement | null>;
}

/** Shows pieces of text, each in an element of its own. */
export function PlainPieces({ pieces, first }: PlainPiecesProps): ReactNode {
  return pieces.map((piece, index) => <Piece key={index} text={piece} box={index === 0 ? first : undefined} />);
}

const Piece = memo(function Piece({
  text,
  box,
}: {
  text: string;
  box: RefObject<HTMLDivElement | null> | undefined;
}): ReactNode {
  const own = useRef<HTMLDivElement>(null);
  const parent = box ?? own;
  return (
    <div ref={parent} className="ling-plain" data-part="plain" dir="auto">
      <GrowingText value={text} place={{ parent, index: 0 }} />
    </div>
  );
});
