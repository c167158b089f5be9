import type { LingMessage } from './message.ts';

/** All messages of a conversation, alternatives included, and the one the reader stands at. Plain data. */
export interface Conversation<Meta = unknown> {
  readonly messages: readonly LingMessage<Meta>[];
  /** The last message of the path that is shown; `null` while there is none. */
  readonly headId: string | null;
}

export const EMPTY_CONVERSATION: Conversation<never> = { messages: [], headId: null };

/** A conversation of messages that follow one another. */
export function linear<Meta>(messages: readonly LingMessage<Meta>[]): Conversation<Meta> {
  const chained = messages.map((message, index) => ({ ...message, parentId: messages[index - 1]?.id ?? null }));
  return { messages: chained, headId: chained.at(-1)?.id ?? null };
}

/** The messages from the first one to the head, in the order they are read. */
export function pathOf<Meta>({ messages, headId }: Conversation<Meta>): readonly LingMessage<Meta>[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const path: LingMessage<Meta>[] = [];
  for (let at = byId.get(headId ?? ''); at !== undefined; at = byId.get(at.parentId ?? '')) path.push(at);
  return path.reverse();
}

/** Adds messages, or replaces those with the same id in place, and moves the head. */
export function withMessages<Meta>(
  conversation: Conversation<Meta>,
  changed: readonly LingMessage<Meta>[],
  headId: string | null,
): Conversation<Meta> {
  const pending = new Map(changed.map((message) => [message.id, message]));
  const messages = conversation.messages.map((message) => {
    const replacement = pending.get(message.id);
    pending.delete(message.id);
    return replacement ?? message;
  });
  return { messages: [...messages, ...pending.values()], headId };
}

/** The alternatives of a message, itself included, oldest first: what follows the same parent in the same role. */
export function siblingsOf<Meta>({ messages }: Conversation<Meta>, id: string): readonly LingMessage<Meta>[] {
  const message = messages.find((candidate) => candidate.id === id);
  if (message === undefined) return [];
  return messages.filter(({ parentId, role }) => parentId === message.parentId && role === message.role);
}

/** Where a reader stands who chooses a message: at the end of the newest path through it. */
export function newestEndOf<Meta>({ messages }: Conversation<Meta>, id: string): string {
  const newestChildOf = new Map(messages.map((message) => [message.parentId, message.id]));
  let end = id;
  for (let next = newestChildOf.get(end); next !== undefined; next = newestChildOf.get(next)) end = next;
  return end;
}
