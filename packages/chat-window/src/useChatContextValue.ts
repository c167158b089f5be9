'use client';
import type { UseLingChatResult } from '@ling-stream/chat';
import { useCallback, useId, useMemo, useRef } from 'react';
import type { ChatContextValue } from './ChatContext.ts';
import type { ChatLabels } from './labels/labels.ts';
import { labelsFor } from './labels/labelsFor.ts';
import { useFollow } from './useFollow.ts';

interface Options {
  readonly chat: UseLingChatResult;
  readonly lang: string;
  readonly labels: Partial<ChatLabels> | undefined;
  readonly headingLevel: number;
}

/** Makes what the parts of one window share. The same object until something in it changes. */
export function useChatContextValue({ chat, lang, labels: own, headingLevel }: Options): ChatContextValue {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  const inputRef = useRef<HTMLTextAreaElement>(null);
  const inputId = useId();
  const follow = useFollow(scrollerRef, contentRef);
  const labels = useMemo(() => ({ ...labelsFor(lang), ...own }), [lang, own]);
  const { send, retry: askAgain } = chat;
  const { jump } = follow;

  // What was pressed to ask goes away with that; the focus must not fall to the page.
  const toInput = useCallback(() => inputRef.current?.focus({ preventScroll: true }), []);
  const ask = useCallback(
    (text: string) => {
      void send(text);
      jump();
      toInput();
    },
    [send, jump, toInput],
  );
  const retry = useCallback(() => {
    void askAgain();
    jump();
    toInput();
  }, [askAgain, jump, toInput]);

  return useMemo<ChatContextValue>(
    () => ({ chat, labels, follow, headingLevel, scrollerRef, contentRef, inputRef, inputId, ask, retry }),
    [chat, labels, follow, headingLevel, inputId, ask, retry],
  );
}
