'use client';
import type { UseLingChatOptions, UseLingChatResult } from '@ling-stream/chat';
import type { ReactElement, ReactNode } from 'react';
import { useChatContext } from './ChatContext.ts';
import { ChatComposer, type ChatComposerProps } from './parts/ChatComposer.tsx';
import { ChatList } from './parts/ChatList.tsx';
import { ChatRoot, type ChatRootProps, ConnectedRoot } from './parts/ChatRoot.tsx';
import { ChatStatus } from './parts/ChatStatus.tsx';
import { ChatTranscript } from './parts/ChatTranscript.tsx';
import { ChatWelcome, type Suggestion } from './parts/ChatWelcome.tsx';

interface WindowProps extends Omit<ChatRootProps, 'chat' | 'children'> {
  /** Shown above the conversation; see `Chat.Header`. */
  readonly header?: ReactNode;
  /** Questions to begin with. */
  readonly suggestions?: readonly Suggestion[] | undefined;
  /** Shown in an empty conversation instead of the greeting. */
  readonly welcome?: ReactNode;
  readonly placeholder?: ChatComposerProps['placeholder'];
  /** Whether the text box takes the focus when the window appears. Defaults to `false`. */
  readonly focusOnMount?: ChatComposerProps['focusOnMount'];
}

/** A window on an endpoint, or on a conversation that the app holds itself. */
export type ChatWindowProps = WindowProps &
  (
    | {
        /** The chat endpoint, such as `/chat`. */
        readonly endpoint: UseLingChatOptions['endpoint'];
        /** More options of `useLingChat`: `headers`, `fetch`, `id`, `initialMessages`… */
        readonly options?: Omit<UseLingChatOptions, 'endpoint'> | undefined;
        readonly chat?: never;
      }
    | { readonly chat: UseLingChatResult; readonly endpoint?: never; readonly options?: never }
  );

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
  const { endpoint, options, chat, header, suggestions, welcome, placeholder, focusOnMount, ...rest } = props;
  const content = (
    <>
      {header}
      <ChatTranscript>
        <MessagesOrWelcome suggestions={suggestions} welcome={welcome} />
      </ChatTranscript>
      <ChatComposer placeholder={placeholder} focusOnMount={focusOnMount} />
      <ChatStatus />
    </>
  );
  if (chat !== undefined)
    return (
      <ChatRoot {...rest} chat={chat}>
        {content}
      </ChatRoot>
    );
  return (
    <ConnectedRoot {...rest} options={{ ...options, endpoint }}>
      {content}
    </ConnectedRoot>
  );
}

function MessagesOrWelcome({ suggestions, welcome }: Pick<WindowProps, 'suggestions' | 'welcome'>): ReactElement {
  const { chat } = useChatContext('Window');
  if (chat.messageIds.length > 0) return <ChatList />;
  return <ChatWelcome suggestions={suggestions}>{welcome}</ChatWelcome>;
}
