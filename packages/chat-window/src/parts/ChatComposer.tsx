'use client';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { classNames } from '../classNames.ts';
import { useComposer } from '../useComposer.ts';
import { ChatInput } from './ChatInput.tsx';
import { ChatJump } from './ChatJump.tsx';
import { ChatSendStop } from './ChatSendStop.tsx';

export interface ChatComposerProps extends ComponentPropsWithoutRef<'form'> {
  /** Shown in the empty text box. */
  readonly placeholder?: string | undefined;
  /** Whether the text box takes the focus when it appears; ignored on touch screens, where a keyboard would open. */
  readonly focusOnMount?: boolean | undefined;
}

/** Where the reader writes, sends and stops. Renders a `<form>`. */
export function ChatComposer({
  placeholder,
  focusOnMount = false,
  className,
  ...props
}: ChatComposerProps): ReactElement {
  const { chat, labels, inputRef, inputId, ask } = useChatContext('Composer');
  const composer = useComposer({ inputRef, isActive: chat.isActive, onSend: ask, onStop: chat.stop, focusOnMount });
  const hintId = `${inputId}-hint`;
  return (
    <div className="ling-composer-area" data-part="composer-area">
      <ChatJump />
      <form
        aria-label={labels.composer}
        data-part="composer"
        {...props}
        className={classNames('ling-composer', className)}
        onSubmit={(event) => event.preventDefault()}
      >
        <ChatInput composer={composer} placeholder={placeholder} hintId={hintId} />
        <ChatSendStop isActive={chat.isActive} isEmpty={composer.isEmpty} onPress={composer.press} />
      </form>
      <p className="ling-hint" id={hintId}>
        {labels.hint}
      </p>
    </div>
  );
}
