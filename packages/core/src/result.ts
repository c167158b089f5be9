import type { FinishReason, Usage } from './event.ts';
import type { LingError } from './LingError.ts';
import type { Part } from './part.ts';

/** Measured figures of one stream. Times are monotonic, in milliseconds; a figure nobody measured is absent. */
export interface Metrics {
  /** From the start to the response headers. */
  readonly headersMs?: number | undefined;
  /** From the start to the first content. */
  readonly ttftMs?: number | undefined;
  readonly durationMs: number;
  /** Content events received. */
  readonly deltas: number;
  /** Characters of text and reasoning received. */
  readonly chars: number;
  /** Longest wait between two arrivals of content. */
  readonly maxGapMs: number;
  /** Median and 95th percentile of those waits, over the last 4,096 of them. */
  readonly gapP50Ms?: number | undefined;
  readonly gapP95Ms?: number | undefined;
  readonly attempts: number;
  readonly reconnects: number;
  /** Tokens of the answer: the provider's count, else a guess from the text (see `tokensEstimated`). */
  readonly tokens?: number | undefined;
  /**
   * Tokens a second between the first and the last content, so waiting does not count as writing; reasoning that was
   * counted but never sent does not either.
   */
  readonly tokensPerSecond?: number | undefined;
  readonly tokensEstimated: boolean;
}

/** How a stream ended, with everything that arrived. */
export interface StreamResult {
  readonly outcome: 'done' | 'stopped' | 'error';
  /** Present exactly when `outcome` is `error`. */
  readonly error?: LingError | undefined;
  readonly parts: readonly Part[];
  readonly text: string;
  readonly reasoning: string;
  /** `null` when the stream ended well without giving a reason, as the tutorial's dialect does. */
  readonly finishReason: FinishReason | null;
  readonly usage?: Usage | undefined;
  readonly metrics: Metrics;
  /** Names the run at the server, where it told or was told. */
  readonly runId?: string | undefined;
}
