import type { WireMessage } from '@ling-stream/core';
import { type LingMessage, textOf } from './message.ts';

/**
 * The messages an endpoint is sent: text only. Reasoning is never sent back, and neither is a turn that failed before
 * anything came of it.
 */
export function toWire(messages: readonly LingMessage[]): readonly WireMessage[] {
  return messages
    .filter((message) => message.status !== 'failed' && message.status !== 'pending')
    .map((message) => ({ role: message.role, content: textOf(message) }))
    .filter((message) => message.content !== '');
}
