'use client';
import type { TextBlock } from '@ling-stream/markdown';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useSettings } from '../settings.ts';
import { Inlines } from './Inlines.tsx';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Shows a paragraph or a heading. */
export function TextBlockView({ block, open }: { block: TextBlock; open: boolean }): ReactNode {
  const { components, headingOffset, caret } = useSettings();
  const parent = useRef<HTMLHeadingElement & HTMLParagraphElement>(null);
  const depth = block.type === 'heading' ? block.depth : undefined;
  const name = depth === undefined ? 'p' : (HEADINGS[Math.min(Math.max(depth + headingOffset, 1), 6) - 1] ?? 'h6');
  const attributes = { dir: 'auto', 'data-depth': depth, 'data-caret': open && caret ? '' : undefined };
  const Override = components[name];
  if (Override !== undefined) {
    return (
      <Override {...attributes}>
        <InlineChunks chunks={block.children} />
      </Override>
    );
  }
  const Tag = name;
  return (
    <Tag ref={parent} {...attributes}>
      <InlineChunks chunks={block.children} parent={parent} />
    </Tag>
  );
}

interface InlineChunksProps {
  readonly chunks: TextBlock['children'];
  readonly parent?: RefObject<Node | null> | undefined;
  readonly offset?: number;
}

/** Shows a stretch of text in pieces, of which the finished ones are not looked into again. */
export function InlineChunks({ chunks, parent, offset = 0 }: InlineChunksProps): ReactNode {
  let before = offset;
  return chunks.map((nodes, index) => {
    const place = before;
    before += nodes.length;
    return <Inlines key={index} nodes={nodes} parent={parent} offset={place} />;
  });
}
