'use client';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { classNames } from '../classNames.ts';

/** A question to begin with: the text to send, or a label with more behind it. */
export type Suggestion = string | { readonly label: string; readonly detail?: string; readonly prompt: string };

export interface ChatWelcomeProps extends ComponentPropsWithoutRef<'div'> {
  readonly suggestions?: readonly Suggestion[] | undefined;
}

/** What an empty conversation shows: a greeting, and questions to begin with. Renders a `<div>`. */
export function ChatWelcome({ suggestions = [], className, children, ...props }: ChatWelcomeProps): ReactElement {
  const { ask, labels } = useChatContext('Welcome');
  return (
    <div data-part="welcome" {...props} className={classNames('ling-welcome', className)}>
      {children ?? (
        <>
          <h2 className="ling-welcome-title">{labels.welcomeTitle}</h2>
          <p className="ling-welcome-text">{labels.welcomeText}</p>
        </>
      )}
      <div className="ling-suggestions">
        {suggestions.map((suggestion) => {
          const { label, detail, prompt } = withPrompt(suggestion);
          return (
            <button key={prompt} type="button" className="ling-suggestion" onClick={() => ask(prompt)}>
              {label}
              {detail !== undefined && <span className="ling-suggestion-detail">{detail}</span>}
            </button>
          );
        })}
      </div>
    </div>
  );
}

function withPrompt(suggestion: Suggestion): Exclude<Suggestion, string> {
  return typeof suggestion === 'string' ? { label: suggestion, prompt: suggestion } : suggestion;
}
