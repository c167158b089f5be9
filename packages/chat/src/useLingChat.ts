'use client';
import { useLatest, useRelease, useTrackedState } from '@ling-stream/react';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useId, useMemo } from 'react';
import { openSession } from './chatSessions.ts';
import type { ChatState } from './chatState.ts';
import type { LingMessage, SendInput, TurnResult } from './message.ts';
import { turnPorts } from './turnPorts.ts';
import { useChatClient } from './useChatClient.ts';
import type { UseLingChatOptions } from './useLingChatOptions.ts';

export interface UseLingChatResult<Meta = unknown> extends ChatState<Meta> {
  readonly id: string;
  /** The Query client that holds the conversation: the app's, or this hook's own. */
  readonly client: QueryClient;
  /** Asks. Never rejects; while an answer is on its way the result is `dropped`. */
  send(input: SendInput<Meta>): Promise<TurnResult<Meta>>;
  /** Stops the answer that is on its way; what had arrived stays. */
  stop(): void;
  /** Asks the last question again. A partial answer stays, as an alternative of the new one. */
  retry(): Promise<TurnResult<Meta>>;
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
      send: (input: SendInput<Meta>) => session.send(input, ports),
      retry: () => session.retry(ports),
      stop: session.stop,
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
