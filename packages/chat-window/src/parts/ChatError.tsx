'use client';
import type { SerializedLingError } from '@ling-stream/core';
import type { ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { failureKind, isWorthRetrying } from '../failureKind.ts';
import { AlertIcon } from '../icons.tsx';

/**
 * Says why there is no answer, or no whole one, below what had arrived.
 * Renders a `<div role="alert">`: it comes with its text in it, so that it is read once.
 */
export function ChatError({
  error,
  canRetry,
}: {
  readonly error: SerializedLingError;
  readonly canRetry: boolean;
}): ReactElement {
  const { retry, labels } = useChatContext('Error');
  const kind = failureKind(error);
  const { title, detail } = labels.failures[kind];
  return (
    <div role="alert" className="ling-error" data-part="error" data-kind={kind}>
      <AlertIcon />
      <p className="ling-error-text">
        {title}
        <span className="ling-error-detail">{detail}</span>
      </p>
      {canRetry && isWorthRetrying(kind) && (
        <button type="button" className="ling-button" onClick={retry}>
          {labels.retry}
        </button>
      )}
    </div>
  );
}
