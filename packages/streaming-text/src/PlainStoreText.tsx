'use client';
import { type ReactNode, useRef, useState } from 'react';
import { appendText, isText } from './textNode.ts';
import { PlainPieces } from './elements/PlainPieces.tsx';
import { createPlainReader } from './plainPieces.ts';
import type { TextStore } from './textStore.ts';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts';

/** Shows the text of a store as it is, and adds to it without rendering again until the next few dozen lines. */
export function PlainStoreText({ store }: { store: TextStore }): ReactNode {
  const [read] = useState(createPlainReader);
  const [, setRenders] = useState(0);
  const first = useRef<HTMLDivElement>(null);
  const pieces = read(store.getSnapshot().text);

  // After every render, of which there are few: the store may have gone on since.
  useIsomorphicLayoutEffect(() => {
    const update = (): void => {
      const next = read(store.getSnapshot().text);
      const text = next.at(-1) ?? '';
      const node = first.current?.parentElement?.lastElementChild?.firstChild;
      const isSamePiece = next.length === pieces.length && text.startsWith(pieces.at(-1) ?? '');
      if (isSamePiece && isText(node)) appendText(node, text);
      else if (next !== pieces) setRenders((renders) => renders + 1);
    };
    update();
    return store.subscribe(update);
  });
  return <PlainPieces pieces={pieces} first={first} />;
}
