import type { LingError, StreamStatus } from '@ling-stream/core';
import type { LingMessage, SendInput } from './message.ts';

/** A question that waits for its turn. */
export interface QueuedInput<Meta = unknown> {
  readonly id: string;
  readonly input: SendInput<Meta>;
}

/** The questions that wait while an answer is on its way. */
export interface QueueState<Meta = unknown> {
  readonly items: readonly QueuedInput<Meta>[];
  /** Whether nothing is sent until `resume`: after a stop or a failure, since the next question may depend on the last. */
  readonly isPaused: boolean;
}

/** One immutable picture of a conversation: the committed messages and the one that is being written. */
export interface ChatState<Meta = unknown> {
  /** The path that is shown. A message that did not change is the same object. */
  readonly messages: readonly LingMessage<Meta>[];
  /** Changes only when a message comes or goes, not while one grows. */
  readonly messageIds: readonly string[];
  readonly status: StreamStatus;
  readonly isActive: boolean;
  /** Why the last turn failed; gone with the next action. */
  readonly error: LingError | undefined;
  /** Whether the history is still being loaded. */
  readonly isLoadingHistory: boolean;
  readonly queue: QueueState<Meta>;
}
