'use client';
import type { StreamStatus } from '@ling-stream/core';
import type { ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import type { ChatLabels } from '../labels/labels.ts';

/**
 * Tells those who do not see it where the answer stands. Renders a hidden `<div role="status">`, there and empty from
 * the start: a live region that comes with its text is not read.
 */
export function ChatStatus(): ReactElement {
  const { chat, labels } = useChatContext('Status');
  return (
    <div role="status" className="ling-hidden" data-part="status">
      {spoken(chat.status, labels)}
    </div>
  );
}

function spoken(status: StreamStatus, labels: ChatLabels): string {
  if (status === 'connecting' || status === 'streaming') return labels.spokenSent;
  if (status === 'done') return labels.spokenDone;
  return status === 'stopped' ? labels.spokenStopped : ''; // a failure speaks for itself
}
