'use client';
import { useLatest, useRelease, useTrackedState } from '@ling-stream/react';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useId, useMemo } from 'react';
import { openSession } from './chatSessions.ts';
import type { ChatState } from './chatState.ts';
import type { LingMessage, SendInput, TurnResult } from './message.ts';
import { turnPorts } from './turnPorts.ts';
import { useChatClient } from './useChatClient.ts';
import type { SendOptions, UseLingChatOptions } from './useLingChatOptions.ts';

export interface UseLingChatResult<Meta = unknown> extends ChatState<Meta> {
  readonly id: string;
  /** The Query client that holds the conversation: the app's, or this hook's own. */
  readonly client: QueryClient;
  /** Asks. Never rejects: the result says how it went, also of a question that had to wait. */
  send(input: SendInput<Meta>, options?: SendOptions): Promise<TurnResult<Meta>>;
  /** Stops the answer that is on its way; what had arrived stays. What waits in the queue is paused. */
  stop(): void;
  /** Asks the last question again. A partial answer stays, as an alternative of the new one. */
  retry(): Promise<TurnResult<Meta>>;
  /**
   * Asks for another answer, by default to the last question; the old one stays beside it.
   *
   * @throws Error - When there is no such answer.
   */
  regenerate(messageId?: string): Promise<TurnResult<Meta>>;
  /**
   * Asks a question in another way; the old one stays beside it, with all that followed it.
   *
   * @throws Error - When there is no such question.
   */
  edit(messageId: string, input: SendInput<Meta>): Promise<TurnResult<Meta>>;
  /** Shows the path through a message, up to its newest end. */
  select(messageId: string): void;
  /** The ids of a message's alternatives, itself included, oldest first. */
  siblings(messageId: string): readonly string[];
  /** Takes a question out of the queue. */
  removeQueued(id: string): void;
  /** Lets the queue go on after a stop or a failure. */
  resumeQueue(): void;
  /** Replaces the conversation; a running turn is stopped. */
  setMessages(messages: readonly LingMessage<Meta>[]): void;
  clear(): void;
}

/**
 * A streamed conversation, kept in the TanStack Query cache.
 *
 * Needs no provider: it uses the app's `QueryClientProvider`, or a client of its own. The result is tracked: a
 * component re-renders only for the fields it has read, so one that reads `messageIds` and `status` does not
 * re-render while text arrives.
 *
 * @example
 * ```tsx
 * const { messages, isActive, send, stop } = useLingChat({ endpoint: '/chat' });
 * ```
 */
export function useLingChat<Meta = unknown>(options: UseLingChatOptions<Meta>): UseLingChatResult<Meta> {
  const ownId = useId();
  const id = options.id ?? ownId;
  const client = useChatClient();
  const latest = useLatest(options);
  const session = openSession<Meta>(client, { ...options, id });

  const actions = useMemo(() => {
    const ports = turnPorts(() => latest.current);
    return {
      id,
      client,
      send: (input: SendInput<Meta>, extra: SendOptions = {}) =>
        session.send(
          input,
          turnPorts(() => latest.current, extra),
          extra.whenBusy ?? latest.current.whenBusy ?? 'queue',
        ),
      retry: () => session.retry(ports),
      regenerate: (messageId?: string) => session.regenerate(messageId, ports),
      edit: (messageId: string, input: SendInput<Meta>) => session.edit(messageId, input, ports),
      stop: session.stop,
      select: session.select,
      siblings: session.siblings,
      removeQueued: session.removeQueued,
      resumeQueue: session.resumeQueue,
      setMessages: session.setMessages,
      clear: () => session.setMessages([]),
    };
  }, [id, client, session, latest]);

  useRelease(() => {
    const { unmount = options.id === undefined ? 'abort' : 'keep' } = latest.current;
    if (unmount === 'abort') session.stop();
  });

  const result = useTrackedState(session, actions);
  useEffect(() => session.acknowledge(), [session, result]);
  return result;
}
