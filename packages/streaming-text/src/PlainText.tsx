'use client';
import { type ReactNode, useState } from 'react';
import { PlainPieces } from './elements/PlainPieces.tsx';
import { createPlainReader } from './plainPieces.ts';

/** Shows text as it is. Renders a `<div>` for every few dozen lines. */
export function PlainText({ text }: { text: string }): ReactNode {
  const [read] = useState(createPlainReader);
  return <PlainPieces pieces={read(text)} />;
}
