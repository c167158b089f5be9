import type { FilePart, FinishReason, LingError, Metrics, Part, SerializedLingError, Usage } from '@ling-stream/core';

/**
 * Where one message stands. A user's is `sending`, then `sent` or `failed`; an assistant's is `pending` until its
 * first content, `streaming`, and then one of the ends. `interrupted`: the page went away in mid-answer.
 */
export type MessageStatus =
  | 'sending'
  | 'failed'
  | 'sent'
  | 'pending'
  | 'streaming'
  | 'done'
  | 'stopped'
  | 'error'
  | 'interrupted';

/** One message of a conversation. Immutable: a changed message is another object, an unchanged one the same. */
export interface LingMessage<Meta = unknown> {
  readonly id: string;
  /** The message it follows; `null` for the first. Messages with one parent are alternatives of each other. */
  readonly parentId: string | null;
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly parts: readonly Part[];
  readonly status: MessageStatus;
  /** Wall-clock time of its making, in milliseconds since 1970. */
  readonly createdAt: number;
  readonly error?: SerializedLingError;
  readonly finishReason?: FinishReason | null;
  readonly usage?: Usage;
  readonly metrics?: Metrics;
  readonly meta?: Meta;
}

/** What to send: the text, or the text with more around it. */
export type SendInput<Meta = unknown> =
  | string
  | {
      readonly text?: string;
      readonly files?: readonly FilePart[];
      readonly parts?: readonly Part[];
      readonly meta?: Meta;
    };

/** How one turn ended; `dropped` was never sent. */
export interface TurnResult<Meta = unknown> {
  readonly outcome: 'done' | 'stopped' | 'error' | 'dropped';
  /** The answer as far as it came; absent when nothing of it did. */
  readonly message?: LingMessage<Meta>;
  /** Present exactly when `outcome` is `error`. */
  readonly error?: LingError;
}

/** The text of a message: its text parts, joined. */
export function textOf(message: LingMessage): string {
  let text = '';
  for (const part of message.parts) if (part.type === 'text') text += part.text;
  return text;
}
