'use client';
import { type LingMessage, textOf } from '@ling-stream/chat';
import { StreamingText } from '@ling-stream/streaming-text';
import type { ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { ChatReasoning } from './ChatReasoning.tsx';
import { ChatSources } from './ChatSources.tsx';

/** What a message says, part by part. A question is shown as it was typed, an answer as Markdown. */
export function ChatBody({ message }: { readonly message: LingMessage }): ReactElement {
  const { labels, headingLevel } = useChatContext('Body');
  if (message.role === 'user') {
    return (
      <div className="ling-bubble" data-part="body" dir="auto">
        {textOf(message)}
      </div>
    );
  }
  if (message.status === 'pending') {
    return (
      <div className="ling-dots" data-part="waiting" role="img" aria-label={labels.waiting}>
        <i className="ling-dot" />
        <i className="ling-dot" />
        <i className="ling-dot" />
      </div>
    );
  }
  return (
    <div className="ling-body" data-part="body">
      {message.parts.map((part, index) => {
        // Parts only ever come at the end, so that their place names them.
        const key = index;
        if (part.type === 'reasoning') return <ChatReasoning key={key} part={part} />;
        if (part.type !== 'text') return null;
        const isGrowing = part.state === 'streaming';
        return (
          <StreamingText
            key={key}
            text={part.text}
            streaming={isGrowing}
            caret
            headingOffset={headingLevel}
            labels={labels.text}
          />
        );
      })}
      <ChatSources parts={message.parts} />
    </div>
  );
}
