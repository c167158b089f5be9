'use client';
import { useLingValue } from '@ling-stream/react';
import { useMemo } from 'react';
import { findSession } from './chatSessions.ts';
import type { LingMessage } from './message.ts';
import { useChatClient } from './useChatClient.ts';

/**
 * One message of a conversation; the component re-renders only when that message changes.
 *
 * @throws Error - When no `useLingChat` with this id is in use under the same `QueryClientProvider`.
 */
export function useLingMessage<Meta = unknown>(chatId: string, messageId: string): LingMessage<Meta> | undefined {
  const session = findSession<Meta>(useChatClient(), chatId);
  if (session === undefined) {
    throw new Error(
      `useLingMessage found no conversation "${chatId}". Use useLingChat with that id, under the same QueryClientProvider.`,
    );
  }
  const row = useMemo(
    () => ({ getSnapshot: () => session.getMessage(messageId), subscribe: session.subscribe }),
    [session, messageId],
  );
  return useLingValue(row, (message) => message);
}
