'use client';
import type { UseLingChatResult } from '@ling-stream/chat';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { ChatContext } from '../ChatContext.ts';
import { classNames } from '../classNames.ts';
import type { ChatLabels } from '../labels/labels.ts';
import { useChatContextValue } from '../useChatContextValue.ts';

export interface ChatRootProps extends ComponentPropsWithoutRef<'section'> {
  /** The conversation, from `useLingChat`. */
  readonly chat: UseLingChatResult;
  /** Words to use instead of the built-in ones. */
  readonly labels?: Partial<ChatLabels> | undefined;
  /** Colours: those of the system, or always light or dark. Defaults to `'system'`. */
  readonly theme?: 'system' | 'light' | 'dark' | undefined;
  /** Heading level of each message, 1 to 5. Defaults to 3. */
  readonly headingLevel?: number | undefined;
}

/**
 * Holds one conversation together; all other parts stand inside.
 * Renders a `<section>`. `lang` picks the built-in words: `en` (default) or `zh-CN`.
 */
export function ChatRoot({
  chat,
  labels: own,
  theme = 'system',
  headingLevel = 3,
  lang = 'en',
  className,
  children,
  ...props
}: ChatRootProps): ReactElement {
  const context = useChatContextValue({ chat, lang, labels: own, headingLevel });
  const { labels, inputId } = context;
  return (
    <QueryClientProvider client={chat.client}>
      <ChatContext.Provider value={context}>
        <section
          aria-label={labels.chat}
          data-part="root"
          data-state={chat.status}
          data-theme={theme}
          lang={lang}
          {...props}
          className={classNames('ling-root', className)}
        >
          <a className="ling-skip" data-part="skip" href={`#${inputId}`}>
            {labels.skip}
          </a>
          {children}
        </section>
      </ChatContext.Provider>
    </QueryClientProvider>
  );
}
