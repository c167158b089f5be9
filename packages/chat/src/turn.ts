import type { StreamResult, StreamState } from '@ling-stream/core';
import type { LingMessage, TurnResult } from './message.ts';

/** A turn that is under way: the question, and the answer being written. */
export interface Turn<Meta = unknown> {
  /** `sending`, and `sent` once the server has accepted it. */
  readonly question: LingMessage<Meta>;
  readonly answer: LingMessage<Meta>;
  /** Where the reader goes back to when nothing comes of another answer; absent when the question is a new one. */
  readonly returnId?: string;
}

/** The answer as it looks while its turn is under way. */
export function liveAnswer<Meta>({ answer }: Turn<Meta>, stream: StreamState): LingMessage<Meta> {
  if (stream.parts.length === 0) return answer;
  return { ...answer, parts: stream.parts, status: stream.isActive ? 'streaming' : 'done' };
}

/** What a turn leaves behind: the messages to commit, where the reader stands, and the result for the caller. */
export interface SettledTurn<Meta = unknown> {
  readonly messages: readonly LingMessage<Meta>[];
  readonly headId: string;
  readonly result: TurnResult<Meta>;
}

/**
 * Decides what a turn leaves behind.
 *
 * An answer of which something came is kept, whatever ended it; of one of which nothing came, only a good end leaves a
 * message. The question of a turn that failed with nothing is `failed`, so that it can be tried again.
 */
export function settleTurn<Meta>(turn: Turn<Meta>, stream: StreamResult): SettledTurn<Meta> {
  const { outcome, parts, error, finishReason, usage, metrics } = stream;
  const keepsAnswer = parts.length > 0 || outcome === 'done';
  if (!keepsAnswer && turn.returnId !== undefined) {
    const question = { ...turn.question, status: 'sent' } as const;
    return { messages: [question], headId: turn.returnId, result: { outcome, ...(error && { error }) } };
  }
  if (!keepsAnswer) {
    const question = { ...turn.question, status: outcome === 'error' ? 'failed' : 'sent' } as const;
    const failed = error === undefined ? question : { ...question, error: error.toJSON() };
    return { messages: [failed], headId: failed.id, result: { outcome, ...(error && { error }) } };
  }
  const answer: LingMessage<Meta> = {
    ...turn.answer,
    parts,
    status: outcome,
    finishReason,
    metrics,
    ...(usage && { usage }),
    ...(error && { error: error.toJSON() }),
  };
  return {
    messages: [{ ...turn.question, status: 'sent' }, answer],
    headId: answer.id,
    result: { outcome, message: answer, ...(error && { error }) },
  };
}
