import type { FinishReason, Usage } from './event.ts';
import type { LingError } from './LingError.ts';
import type { Part } from './part.ts';

/** Measured figures of one stream. Times are monotonic, in milliseconds; a figure nobody measured is absent. */
export interface Metrics {
  /** From the start to the response headers. */
  readonly headersMs?: number;
  /** From the start to the first content. */
  readonly ttftMs?: number;
  readonly durationMs: number;
  /** Content events received. */
  readonly deltas: number;
  /** Characters of text and reasoning received. */
  readonly chars: number;
  /** Longest, median and 95th percentile wait between two arrivals of content; of the last 4,096 waits. */
  readonly maxGapMs: number;
  readonly gapP50Ms?: number;
  readonly gapP95Ms?: number;
  readonly attempts: number;
  readonly reconnects: number;
  /** Tokens of the answer: the provider's count, else a guess from the text (see `tokensEstimated`). */
  readonly tokens?: number;
  /** Tokens a second between the first and the last content, so waiting does not count as writing. */
  readonly tokensPerSecond?: number;
  readonly tokensEstimated: boolean;
}

/** How a stream ended, with everything that arrived. */
export interface StreamResult {
  readonly outcome: 'done' | 'stopped' | 'error';
  /** Present exactly when `outcome` is `error`. */
  readonly error?: LingError;
  readonly parts: readonly Part[];
  readonly text: string;
  readonly reasoning: string;
  /** `null` when the stream ended well without giving a reason, as the tutorial's dialect does. */
  readonly finishReason: FinishReason | null;
  readonly usage?: Usage;
  readonly metrics: Metrics;
  readonly runId?: string;
}
