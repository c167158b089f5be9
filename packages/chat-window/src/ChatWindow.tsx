'use client';
import { useLingChat, type UseLingChatResult } from '@ling-stream/chat';
import type { ReactElement } from 'react';
import { useChatContext } from './ChatContext.ts';
import { ChatComposer } from './parts/ChatComposer.tsx';
import { ChatList } from './parts/ChatList.tsx';
import { ChatRoot } from './parts/ChatRoot.tsx';
import { ChatStatus } from './parts/ChatStatus.tsx';
import { ChatTranscript } from './parts/ChatTranscript.tsx';
import { ChatWelcome } from './parts/ChatWelcome.tsx';
import { type ChatWindowProps, type LookProps, type SplitProps, splitWindowProps } from './windowProps.ts';

/**
 * A streaming chat in one element. Fills its parent: give that one a height.
 *
 * It is nothing but the parts below in this order; copy it to make another one.
 *
 * @example
 * ```tsx
 * import { ChatWindow } from '@ling-stream/chat-window';
 * import '@ling-stream/chat-window/styles.css';
 *
 * <ChatWindow endpoint="/chat" />
 * ```
 */
export function ChatWindow(props: ChatWindowProps): ReactElement {
  if (props.chat !== undefined) {
    const { chat, endpoint: _, ...look } = props;
    return <HeldWindow {...look} chat={chat} />;
  }
  return <ConnectedWindow {...splitWindowProps(props)} />;
}

/** A window that holds its own conversation. */
function ConnectedWindow({ options, look }: SplitProps): ReactElement {
  return <HeldWindow {...look} chat={useLingChat(options)} />;
}

function HeldWindow(props: LookProps & { readonly chat: UseLingChatResult }): ReactElement {
  const { chat, header, suggestions, welcome, placeholder, focusOnMount, ...root } = props;
  return (
    <ChatRoot {...root} chat={chat}>
      {header}
      <ChatTranscript>
        <MessagesOrWelcome suggestions={suggestions} welcome={welcome} />
      </ChatTranscript>
      <ChatComposer placeholder={placeholder} focusOnMount={focusOnMount} />
      <ChatStatus />
    </ChatRoot>
  );
}

function MessagesOrWelcome({ suggestions, welcome }: Pick<LookProps, 'suggestions' | 'welcome'>): ReactElement {
  const { chat } = useChatContext('Window');
  if (chat.messageIds.length > 0) return <ChatList />;
  return <ChatWelcome suggestions={suggestions}>{welcome}</ChatWelcome>;
}
