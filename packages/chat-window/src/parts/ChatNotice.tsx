'use client';
import type { LingMessage } from '@ling-stream/chat';
import type { ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { AlertIcon, StopIcon } from '../icons.tsx';
import type { ChatLabels } from '../labels/labels.ts';

type Notice = 'stopped' | 'cutOff' | 'filtered' | 'empty' | 'interrupted';

/** Says in plain words that an answer is not a whole one. Renders a `<div role="note">`, or nothing. */
export function ChatNotice({
  message,
  isLast,
}: {
  readonly message: LingMessage;
  readonly isLast: boolean;
}): ReactElement | null {
  const { chat, retry, labels } = useChatContext('Notice');
  const isStoppedEarly = message.role === 'user' && isLast && chat.status === 'stopped';
  const notice = isStoppedEarly ? 'stopped' : noticeOf(message);
  if (notice === null) return null;
  const canRetry = isLast && notice !== 'filtered';
  return (
    <div role="note" className="ling-notice" data-part="notice" data-kind={notice}>
      {notice === 'stopped' ? <StopIcon /> : <AlertIcon />}
      {labels[notice satisfies keyof ChatLabels]}
      {canRetry && (
        <button type="button" className="ling-button" data-kind="quiet" onClick={retry}>
          {labels.retry}
        </button>
      )}
    </div>
  );
}

function noticeOf({ role, status, finishReason, parts }: LingMessage): Notice | null {
  if (role !== 'assistant') return null;
  if (status === 'stopped' || status === 'interrupted') return status;
  if (status !== 'done') return null;
  if (finishReason === 'length') return 'cutOff';
  if (finishReason === 'content_filter') return 'filtered';
  return parts.length === 0 ? 'empty' : null;
}
