import type { FinishReason, Usage } from '../event.ts';
import type { LingError } from '../LingError.ts';
import type { Part } from '../part.ts';
import type { Metrics } from '../result.ts';

/**
 * Where a stream stands. `connecting` lasts until the first content; `done`, `stopped` and `error` are the three ends,
 * and each of them is a place to start from again.
 */
export type StreamStatus = 'idle' | 'connecting' | 'streaming' | 'reconnecting' | 'done' | 'stopped' | 'error';

/** One immutable picture of a stream. Text and status always belong together. */
export interface StreamState {
  readonly status: StreamStatus;
  /** Whether an answer is on its way: `connecting`, `streaming` or `reconnecting`. */
  readonly isActive: boolean;
  readonly text: string;
  readonly reasoning: string;
  readonly parts: readonly Part[];
  /** Whether everything received is in this picture. */
  readonly isCaughtUp: boolean;
  readonly finishReason: FinishReason | null;
  readonly usage: Usage | undefined;
  /** Present once the stream has ended. */
  readonly metrics: Metrics | undefined;
  /** Present exactly while `status` is `error`. */
  readonly error: LingError | undefined;
}

export const IDLE_STATE: StreamState = {
  status: 'idle',
  isActive: false,
  text: '',
  reasoning: '',
  parts: [],
  isCaughtUp: true,
  finishReason: null,
  usage: undefined,
  metrics: undefined,
  error: undefined,
};

/** Whether an answer is on its way. */
export function isActive(status: StreamStatus): boolean {
  return status === 'connecting' || status === 'streaming' || status === 'reconnecting';
}
