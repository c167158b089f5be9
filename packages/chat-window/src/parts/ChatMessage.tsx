'use client';
import { useLingMessage } from '@ling-stream/chat';
import { memo, type NamedExoticComponent, useId } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { ChatBody } from './ChatBody.tsx';
import { ChatError } from './ChatError.tsx';
import { ChatNotice } from './ChatNotice.tsx';
import { ChatUsage } from './ChatUsage.tsx';

export interface ChatMessageProps {
  readonly messageId: string;
  /** Whether it is the last one: only that one can be retried. */
  readonly isLast: boolean;
}

/**
 * One message with what belongs to it. Renders an `<li>` with an `<article>`.
 * Reads its own record, so that a growing answer renders this message and no other.
 */
export const ChatMessage: NamedExoticComponent<ChatMessageProps> = memo(function ChatMessage({
  messageId,
  isLast,
}: ChatMessageProps) {
  const { chat, labels, headingLevel } = useChatContext('Message');
  const message = useLingMessage(chat.id, messageId);
  const headingId = useId();
  if (message === undefined) return null;
  const { role, status } = message;
  return (
    <li className="ling-item">
      <article
        className="ling-message"
        data-part="message"
        data-role={role}
        data-status={status}
        aria-labelledby={headingId}
        aria-busy={status === 'pending' || status === 'streaming'}
        tabIndex={-1}
      >
        <div id={headingId} className="ling-author" data-part="author" role="heading" aria-level={headingLevel}>
          {role === 'user' ? labels.youSaid : labels.assistantSaid}
        </div>
        <ChatBody message={message} />
        <ChatNotice message={message} isLast={isLast} />
        {message.error !== undefined && <ChatError error={message.error} canRetry={isLast} />}
        {role === 'assistant' && <ChatUsage message={message} />}
      </article>
    </li>
  );
});
