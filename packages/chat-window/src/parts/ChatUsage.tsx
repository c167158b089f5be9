'use client';
import type { LingMessage } from '@ling-stream/chat';
import type { ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';

/** How fast and how long an answer was. A guess says that it is one. Renders a `<div>`, or nothing. */
export function ChatUsage({ message }: { readonly message: LingMessage }): ReactElement | null {
  const { labels } = useChatContext('Usage');
  const { metrics } = message;
  if (metrics === undefined || metrics.tokens === undefined) return null;
  const { ttftMs, tokensPerSecond, tokens, tokensEstimated } = metrics;
  return (
    <div className="ling-usage" data-part="usage">
      {ttftMs !== undefined && <span>{labels.firstToken(ttftMs)}</span>}
      {tokensPerSecond !== undefined && <span>{labels.speed(tokensPerSecond)}</span>}
      <span>{labels.tokens(tokens, tokensEstimated)}</span>
    </div>
  );
}
