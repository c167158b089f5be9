'use client';
import { memo, type NamedExoticComponent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { appendText, isText } from '../textNode.ts';
import { useIsomorphicLayoutEffect } from '../useIsomorphicLayoutEffect.ts';

/** Where a text node stands: its parent element, and its place among the parent's children. */
export interface TextPlace {
  readonly parent: RefObject<Node | null>;
  readonly index: number;
}

export interface GrowingTextProps {
  readonly value: string;
  /** Leave it out where the parent is somebody else's component; the text is then replaced, not grown. */
  readonly place?: TextPlace | undefined;
}

/**
 * Shows text in one text node that grows in place.
 *
 * React replaces a text node's whole data when its string changes, which empties the reader's selection. So React is
 * told the first string only, and what was added since is appended to the node itself.
 */
export const GrowingText: NamedExoticComponent<GrowingTextProps> = memo(function GrowingText({
  value,
  place,
}: GrowingTextProps): ReactNode {
  const [first, setFirst] = useState(value);
  // Of an empty string React makes no text node that could grow.
  const rendered = place !== undefined && first !== '' && value.startsWith(first) ? first : value;
  if (rendered !== first) setFirst(rendered);

  const node = useRef<Node | null>(null);
  const { parent, index = 0 } = place ?? {};
  useIsomorphicLayoutEffect(() => {
    node.current ??= parent?.current?.childNodes[index] ?? null;
    if (isText(node.current)) appendText(node.current, value);
  });
  return rendered;
}, isSame);

function isSame(before: GrowingTextProps, after: GrowingTextProps): boolean {
  return before.value === after.value && before.place?.parent === after.place?.parent;
}
