import type { QueryClient } from '@tanstack/react-query';
import { type ChatSession, type ChatSessionOptions, createChatSession } from './createChatSession.ts';

/** The sessions of each client, so that two hooks with one id show one conversation. Gone with the client. */
const sessionsOf = new WeakMap<QueryClient, Map<string, unknown>>();

/** The session of a conversation; made at the first call, from that call's options. */
export function openSession<Meta>(client: QueryClient, options: ChatSessionOptions<Meta>): ChatSession<Meta> {
  const sessions = sessionsOf.get(client) ?? new Map<string, unknown>();
  sessionsOf.set(client, sessions);
  const session = sessions.get(options.id) ?? createChatSession<Meta>(client, options);
  sessions.set(options.id, session);
  return session as ChatSession<Meta>; // one id has one type of `meta`: the app's word, which nothing can check
}

/** The session of a conversation, if one is open. */
export function findSession<Meta>(client: QueryClient, id: string): ChatSession<Meta> | undefined {
  return sessionsOf.get(client)?.get(id) as ChatSession<Meta> | undefined; // as above
}
