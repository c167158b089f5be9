'use client';
import type { TextPart } from '@ling-stream/core';
import { StreamingText } from '@ling-stream/streaming-text';
import { type ReactElement, useId, useState } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { ChevronIcon } from '../icons.tsx';

/**
 * What the model thought before it answered: open while it thinks, folded when the answer begins, and after that as the
 * reader left it. Renders a `<button>` and the region it opens.
 */
export function ChatReasoning({ part }: { readonly part: TextPart }): ReactElement {
  const { labels } = useChatContext('Reasoning');
  const isThinking = part.state === 'streaming';
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? isThinking;
  const id = useId();
  const seconds = Math.max(1, Math.round((part.durationMs ?? 0) / 1_000));
  return (
    <div className="ling-reasoning" data-part="reasoning" data-open={isOpen}>
      <button
        type="button"
        className="ling-reasoning-toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setChosen(!isOpen)}
      >
        {isThinking ? labels.thinking : labels.thought(seconds)}
        <ChevronIcon />
      </button>
      <div id={id} className="ling-reasoning-text" hidden={!isOpen}>
        <StreamingText text={part.text} format="plain" streaming={isThinking} labels={labels.text} />
      </div>
    </div>
  );
}
