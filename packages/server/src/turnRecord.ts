import type { FinishReason, Part, Usage, WireMessage } from '@ling-stream/core';
import type { RunEnd } from './runStore.ts';

/** One turn that was sent to the model, with what came of it. */
export interface TurnRecord {
  readonly requestId: string;
  /** The client's name for the run, where it gave one. */
  readonly runId: string | undefined;
  /** Who asked, where `authorize` names users. */
  readonly user: string | undefined;
  readonly model: string;
  /** What the client sent; the system prompt is not among it. */
  readonly messages: readonly WireMessage[];
  /** `stopped` stands for a stop and for a reader who left. */
  readonly outcome: RunEnd;
  /** The answer, or as much of it as there was. */
  readonly text: string;
  readonly reasoning: string;
  /** Text, reasoning, tool calls and sources, in order. */
  readonly parts: readonly Part[];
  readonly finishReason: FinishReason | null;
  readonly usage: Usage | undefined;
  /** What the client was told; present exactly when `outcome` is `error`. */
  readonly error: { readonly code: string; readonly message: string; readonly retryable: boolean } | undefined;
  readonly durationMs: number;
}
