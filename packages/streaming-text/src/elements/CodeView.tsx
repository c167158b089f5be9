'use client';
import type { CodeBlock } from '@ling-stream/markdown';
import { type ReactNode, useRef } from 'react';
import { useSettings } from '../settings.ts';
import { CopyButton } from './CopyButton.tsx';
import { GrowingText } from './GrowingText.tsx';

/** Shows a block of code with its language and a button that copies it. */
export function CodeView({ block, open }: { block: CodeBlock; open: boolean }): ReactNode {
  const { components, labels, caret } = useSettings();
  const own = useRef<HTMLElement>(null);
  const Pre = components.pre ?? 'pre';
  const Code = components.code;
  const attributes = { 'data-language': block.language || undefined, 'data-caret': open && caret ? '' : undefined };
  const name = block.language === '' ? labels.code : block.language;
  return (
    <figure className="ling-code" data-part="code" dir="ltr">
      <figcaption className="ling-code-head" data-part="code-head">
        <span>{name}</span>
        <CopyButton text={block.text} />
      </figcaption>
      <Pre tabIndex={0}>
        {Code === undefined ? (
          <code ref={own} {...attributes}>
            {block.text.map((value, index) => (
              <GrowingText key={index} value={value} place={{ parent: own, index }} />
            ))}
          </code>
        ) : (
          <Code {...attributes}>{block.text.join('')}</Code>
        )}
      </Pre>
    </figure>
  );
}
