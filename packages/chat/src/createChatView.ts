import type { StreamState } from '@ling-stream/core';
import type { ChatState, QueueState } from './chatState.ts';
import { type Conversation, pathOf } from './conversation.ts';
import type { LingMessage } from './message.ts';
import { liveAnswer, type Turn } from './turn.ts';

/** Everything a picture of a conversation is made from. */
interface Sources<Meta> {
  readonly committed: Conversation<Meta>;
  readonly stream: StreamState;
  readonly turn: Turn<Meta> | null;
  readonly isLoadingHistory: boolean;
  readonly queue: QueueState<Meta>;
}

/** What was read last, and what it was made from. */
interface Picture<Meta> extends Sources<Meta> {
  readonly path: readonly LingMessage<Meta>[];
  readonly places: ReadonlyMap<string, number>;
  readonly state: ChatState<Meta>;
}

export interface ChatView<Meta> {
  /** The same object while nothing it is made from has changed. */
  read(sources: Sources<Meta>): ChatState<Meta>;
  /** A message of the picture read last. */
  find(id: string): LingMessage<Meta> | undefined;
}

/** Composes what is committed and what is being written into one picture, and keeps what did not change. */
export function createChatView<Meta>(): ChatView<Meta> {
  let last: Picture<Meta> | null = null;

  function read(sources: Sources<Meta>): ChatState<Meta> {
    if (last !== null && isSame(last, sources)) return last.state;
    const isSamePath = last?.committed === sources.committed;
    const path = last !== null && isSamePath ? last.path : pathOf(sources.committed);
    const ids = path.map((message) => message.id);
    const { status, isActive, error } = sources.stream;
    const state: ChatState<Meta> = {
      messages: withTurn(path, sources),
      messageIds: last !== null && isEqualList(last.state.messageIds, ids) ? last.state.messageIds : ids,
      status,
      isActive,
      error,
      isLoadingHistory: sources.isLoadingHistory,
      queue: sources.queue,
    };
    const places = last !== null && isSamePath ? last.places : new Map(ids.map((id, place) => [id, place]));
    last = { ...sources, path, places, state };
    return state;
  }

  function find(id: string): LingMessage<Meta> | undefined {
    const place = last?.places.get(id);
    return place === undefined ? undefined : last?.state.messages[place];
  }

  return { read, find };
}

function withTurn<Meta>(
  path: readonly LingMessage<Meta>[],
  { turn, stream }: Sources<Meta>,
): readonly LingMessage<Meta>[] {
  if (turn === null) return path;
  return path.map((message) => {
    if (message.id === turn.answer.id) return liveAnswer(turn, stream);
    return message.id === turn.question.id ? turn.question : message;
  });
}

function isSame<Meta>(a: Sources<Meta>, b: Sources<Meta>): boolean {
  return (
    a.committed === b.committed &&
    a.stream === b.stream &&
    a.turn === b.turn &&
    a.isLoadingHistory === b.isLoadingHistory &&
    a.queue === b.queue
  );
}

function isEqualList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
