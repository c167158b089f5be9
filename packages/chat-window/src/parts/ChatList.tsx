'use client';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { classNames } from '../classNames.ts';
import { ChatMessage } from './ChatMessage.tsx';

/** All messages, oldest first. Renders an `<ol>`; re-renders when a message comes or goes, not while one grows. */
export function ChatList({ className, ...props }: ComponentPropsWithoutRef<'ol'>): ReactElement {
  const { chat } = useChatContext('List');
  const lastId = chat.messageIds.at(-1);
  return (
    // The role is said once more: without markers, Safari takes it away.
    <ol role="list" data-part="list" {...props} className={classNames('ling-list', className)}>
      {chat.messageIds.map((id) => (
        <ChatMessage key={id} messageId={id} isLast={id === lastId} />
      ))}
    </ol>
  );
}
