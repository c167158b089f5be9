import type { Pace } from '../timing/createPace.ts';
import type { ChatRequest } from './chatRequest.ts';
import type { PacedDelta } from './interleave.ts';
import type { Usage } from './usage.ts';

/** An answer about to be generated, and what a dialect needs to write it. */
export interface Generation {
  readonly chat: ChatRequest;
  /** `chatcmpl-…`. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly deltas: Iterable<PacedDelta>;
  readonly pace: Pace;
  /** Counts while the deltas are taken. */
  readonly usage: Usage;
}

/** Takes the deltas one by one, with the time before each, and counts the usage. */
export function* takeDeltas({ deltas, pace, usage }: Generation): Generator<PacedDelta & { readonly ms: number }> {
  for (const delta of deltas) {
    usage.completionTokens += delta.tokens;
    if (delta.delta.kind === 'reasoning') usage.reasoningTokens += delta.tokens;
    yield { ...delta, ms: delta.waits ? pace() : 0 };
  }
}
