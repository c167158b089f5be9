import type { UseLingChatOptions, UseLingChatResult } from '@ling-stream/chat';
import type { ReactNode } from 'react';
import type { ChatComposerProps } from './parts/ChatComposer.tsx';
import type { ChatRootProps } from './parts/ChatRoot.tsx';
import type { Suggestion } from './parts/ChatWelcome.tsx';

/** How a window that holds its own conversation asks: the options of `useLingChat`. */
type AskProps = Omit<UseLingChatOptions, 'id'> & {
  /** Names the conversation: windows with the same id under one `QueryClientProvider` show the same one. */
  readonly conversationId?: string | undefined;
  readonly chat?: never;
};

/** A conversation that the app holds itself, from `useLingChat`. */
interface HeldProps {
  readonly chat: UseLingChatResult;
  readonly endpoint?: never;
}

/** What a window shows around the conversation. */
export interface LookProps extends Omit<ChatRootProps, 'chat' | 'children' | keyof AskProps> {
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
export type ChatWindowProps = LookProps & (AskProps | HeldProps);

/** The props of a window, by whom they are for. */
export interface SplitProps {
  readonly options: UseLingChatOptions;
  readonly look: LookProps;
}

/** Takes the options of the conversation out of a window's props. */
export function splitWindowProps(props: LookProps & AskProps): SplitProps {
  const { conversationId, endpoint, headers, body, init, fetch, transport, ...others } = props;
  const { timeout, retry, resume, requireTerminator, limits, clock, decode, thinkTags, ...rest } = others;
  const { buffer, unmount, initialMessages, load, toWire, onEvent, onSettled, chat: _, ...look } = rest;
  const reading = { timeout, retry, resume, requireTerminator, limits, clock, decode, thinkTags };
  const request = { endpoint, headers, body, init, fetch, transport, ...reading };
  const conversation = {
    ...(conversationId !== undefined && { id: conversationId }),
    buffer,
    unmount,
    initialMessages,
    load,
    toWire,
    onEvent,
    onSettled,
  };
  return { options: { ...request, ...conversation }, look };
}
