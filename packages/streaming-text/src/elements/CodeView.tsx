'use client';
import type { CodeBlock } from '@ling-stream/markdown';
import { createElement, type ReactNode, useRef, useState } from 'react';
import { showControls } from '../code/showControls.ts';
import { useColouring } from '../code/useColouring.ts';
import { useSettings } from '../settings.ts';
import { CopyButton } from './CopyButton.tsx';
import { GrowingText } from './GrowingText.tsx';
import { LineNumbers } from './LineNumbers.tsx';

/** Shows a block of code; with the app's component for its language, once it is complete. */
export function CodeView({ block, open }: { block: CodeBlock; open: boolean }): ReactNode {
  const Fence = useSettings().fences.get(block.language);
  if (Fence !== undefined && !open) return createElement(Fence, { code: block.text.join('') });
  return <CodeBox block={block} open={open} />;
}

/** Code with its language, a button that wraps its lines and one that copies it. */
function CodeBox({ block, open }: { block: CodeBlock; open: boolean }): ReactNode {
  const { labels, lineNumbers } = useSettings();
  const [isWrapped, setWrapped] = useState(false);
  return (
    <figure className="ling-code" data-part="code" data-wrap={isWrapped ? '' : undefined} dir="ltr">
      <figcaption className="ling-code-head" data-part="code-head">
        <span>{block.language === '' ? labels.code : block.language}</span>
        <span>
          <button
            type="button"
            className="ling-copy"
            data-part="wrap-code"
            aria-pressed={isWrapped}
            onClick={() => setWrapped(!isWrapped)}
          >
            {labels.wrap}
          </button>
          <CopyButton label={labels.copy} read={() => block.text.join('').replace(/\n$/, '')} />
        </span>
      </figcaption>
      <div className="ling-code-body">
        {lineNumbers && !isWrapped && <LineNumbers text={block.text} />}
        <Code block={block} open={open} />
      </div>
    </figure>
  );
}

function Code({ block, open }: { block: CodeBlock; open: boolean }): ReactNode {
  const { components, caret, highlight } = useSettings();
  const own = useRef<HTMLElement>(null);
  const Pre = components.pre ?? 'pre';
  const Tag = components.code;
  useColouring(own, highlight && Tag === undefined ? block.language : '', block, !open);
  const attributes = { 'data-language': block.language || undefined, 'data-caret': open && caret ? '' : undefined };
  return (
    <Pre tabIndex={0}>
      {Tag === undefined ? (
        <code ref={own} {...attributes}>
          {block.text.map((value, index) => (
            <GrowingText key={index} value={showControls(value)} place={{ parent: own, index }} />
          ))}
        </code>
      ) : (
        <Tag {...attributes}>{showControls(block.text.join(''))}</Tag>
      )}
    </Pre>
  );
}
