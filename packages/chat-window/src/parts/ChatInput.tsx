'use client';
import type { ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import type { UseComposerResult } from '../useComposer.ts';

export interface ChatInputProps {
  readonly composer: UseComposerResult;
  /** Shown while it is empty. Defaults to its label. */
  readonly placeholder?: string | undefined;
  /** Id of the element that says which keys do what. */
  readonly hintId: string;
}

/** The text box. Renders a `<textarea>` with its hidden label; the text stays in the element. */
export function ChatInput({ composer, placeholder, hintId }: ChatInputProps): ReactElement {
  const { labels, inputRef, inputId } = useChatContext('Input');
  return (
    <div className="ling-grow">
      <label className="ling-hidden" htmlFor={inputId}>
        {labels.message}
      </label>
      <textarea
        id={inputId}
        ref={inputRef}
        className="ling-input"
        data-part="input"
        rows={1}
        dir="auto"
        autoComplete="off"
        enterKeyHint="send"
        aria-describedby={hintId}
        placeholder={placeholder ?? labels.message}
        onInput={composer.onInput}
        onKeyDown={composer.onKeyDown}
      />
    </div>
  );
}
