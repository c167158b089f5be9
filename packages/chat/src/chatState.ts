import type { LingError, StreamStatus } from '@ling-stream/core';
import type { LingMessage } from './message.ts';

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
}
