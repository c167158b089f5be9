import { countTokens } from '../text/tokenise.ts';
import type { ChatMessage } from './chatRequest.ts';

/** Tokens of one request. */
export interface Usage {
  readonly promptTokens: number;
  completionTokens: number;
  reasoningTokens: number;
}

/** Markup around each message in the model's own prompt. */
const TOKENS_PER_MESSAGE = 4;

/** Starts the count of a request with its prompt. */
export function startUsage(messages: readonly ChatMessage[]): Usage {
  const promptTokens = messages.reduce((sum, { text }) => sum + countTokens(text) + TOKENS_PER_MESSAGE, 0);
  return { promptTokens, completionTokens: 0, reasoningTokens: 0 };
}

/** The `usage` object of a reply. */
export function encodeUsage({ promptTokens, completionTokens, reasoningTokens }: Usage): object {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    completion_tokens_details: { reasoning_tokens: reasoningTokens },
  };
}
