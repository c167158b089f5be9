import type { Source } from '../skills/skill.ts';

/** Why a choice ended, in OpenAI's words. */
export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter';

/** One piece of an answer, before it is put in a dialect. */
export type Delta =
  | { readonly kind: 'role' }
  | { readonly kind: 'reasoning'; readonly text: string }
  | { readonly kind: 'content'; readonly text: string }
  | {
      readonly kind: 'tool';
      readonly index: number;
      readonly id?: string;
      readonly name?: string;
      readonly text: string;
    }
  | { readonly kind: 'finish'; readonly reason: FinishReason; readonly sources: readonly Source[] };

/** A delta of one of the `n` choices, with the tokens it took. */
export interface ChoiceDelta {
  readonly choice: number;
  readonly delta: Delta;
  readonly tokens: number;
}
