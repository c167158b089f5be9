import type { QueryFunction, QueryKey } from '@tanstack/react-query';
import { type Conversation, linear } from './conversation.ts';
import { lingKeys } from './lingKeys.ts';
import type { LingMessage } from './message.ts';

export interface ChatOptionsInput<Meta = unknown> {
  readonly id: string;
  /** Loads the history, oldest message first. Without it a conversation begins with `initialMessages`. */
  readonly load?: ((id: string, signal: AbortSignal) => Promise<readonly LingMessage<Meta>[]>) | undefined;
  readonly initialMessages?: readonly LingMessage<Meta>[] | undefined;
}

/** Options of the query that holds a committed conversation. */
export interface ChatQueryOptions<Meta = unknown> {
  readonly queryKey: QueryKey;
  readonly queryFn: QueryFunction<Conversation<Meta>>;
  readonly initialData?: Conversation<Meta>;
  readonly staleTime: number;
  readonly structuralSharing: false;
}

/**
 * Query options of a conversation: for `prefetchQuery`, `HydrationBoundary`, `ensureQueryData`…
 *
 * Nothing refetches by itself: while a page is open it is the page that makes the conversation grow.
 */
export function chatOptions<Meta = unknown>(input: ChatOptionsInput<Meta>): ChatQueryOptions<Meta> {
  const { id, load, initialMessages = [] } = input;
  const initialData = linear(initialMessages);
  return {
    queryKey: lingKeys.chat(id),
    queryFn: async ({ signal }) => (load === undefined ? initialData : linear(await load(id, signal))),
    ...(load === undefined && { initialData }),
    staleTime: Infinity,
    // Messages are immutable and keep their identity; comparing a long conversation deeply would buy nothing.
    structuralSharing: false,
  };
}
