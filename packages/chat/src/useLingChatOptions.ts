import type { StreamStoreOptions, WireMessage } from '@ling-stream/core';
import type { UseLingStreamOptions } from '@ling-stream/react';
import type { ChatOptionsInput } from './chatOptions.ts';
import type { WhenBusy } from './createChatSession.ts';
import type { LingMessage, TurnResult } from './message.ts';

/** Options of `useLingChat`. Those a request needs are read when a turn starts, so they are never stale. */
export interface UseLingChatOptions<Meta = unknown>
  extends Omit<UseLingStreamOptions, 'onSettled' | 'id'>, Partial<ChatOptionsInput<Meta>> {
  /** How text is gathered before it is shown. Read once, when the conversation is first used. */
  readonly buffer?: StreamStoreOptions['buffer'];
  /** Turns messages into what the endpoint is sent. Defaults to their text, without reasoning and failed turns. */
  readonly toWire?: ((messages: readonly LingMessage<Meta>[]) => readonly WireMessage[]) | undefined;
  /** What becomes of a question asked while an answer is on its way. Defaults to `'queue'`. */
  readonly whenBusy?: WhenBusy | undefined;
  /** What becomes of a running turn at unmount. Defaults to `'keep'` with an `id`, else to `'abort'`. */
  readonly unmount?: 'abort' | 'keep' | undefined;
  /** Hears how each started turn ended: exactly once, whatever the end. */
  readonly onSettled?: ((result: TurnResult<Meta>) => void) | undefined;
}

/** For one question only. */
export interface SendOptions {
  readonly whenBusy?: WhenBusy;
  /** More fields of the request's body. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Instead of the headers of the hook. */
  readonly headers?: HeadersInit;
}
