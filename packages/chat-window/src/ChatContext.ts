'use client';
import type { UseLingChatResult } from '@ling-stream/chat';
import { type Context, createContext, type RefObject, useContext } from 'react';
import type { ChatLabels } from './labels/labels.ts';
import type { UseFollowResult } from './useFollow.ts';

/** What the parts of one chat window share. Nothing in it changes while an answer grows. */
export interface ChatContextValue {
  readonly chat: UseLingChatResult;
  readonly labels: ChatLabels;
  readonly follow: UseFollowResult;
  /** Heading level of each message; headings inside it are deeper. */
  readonly headingLevel: number;
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly contentRef: RefObject<HTMLDivElement | null>;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly inputId: string;
  /** Asks, and goes to the end to show the question. */
  ask(text: string): void;
  /** Asks the last question again. */
  retry(): void;
}

export const ChatContext: Context<ChatContextValue | null> = createContext<ChatContextValue | null>(null);

/** The window a part stands in. */
export function useChatContext(part: string): ChatContextValue {
  const context = useContext(ChatContext);
  if (context === null) throw new Error(`<Chat.${part}> has no chat to show. Wrap it in <Chat.Root>.`);
  return context;
}
