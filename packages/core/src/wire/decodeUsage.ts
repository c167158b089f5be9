import type { Usage } from '../event.ts';
import { asObject, isJsonObject } from './json.ts';

/** Reads token counts from a provider's `usage` object; `undefined` when it is none. */
export function decodeUsage(value: unknown): Usage | undefined {
  if (!isJsonObject(value)) return undefined;
  const promptTokens = count(value['prompt_tokens'] ?? value['promptTokens'] ?? value['input_tokens']);
  const completionTokens = count(value['completion_tokens'] ?? value['completionTokens'] ?? value['output_tokens']);
  const totalTokens = count(value['total_tokens'] ?? value['totalTokens']);
  if (promptTokens === undefined && completionTokens === undefined && totalTokens === undefined) return undefined;
  const details = asObject(value['completion_tokens_details']);
  const reasoningTokens = count(details['reasoning_tokens'] ?? value['reasoning_tokens'] ?? value['reasoningTokens']);
  const cachedTokens = count(asObject(value['prompt_tokens_details'])['cached_tokens'] ?? value['cachedTokens']);
  return {
    promptTokens: promptTokens ?? 0,
    completionTokens: completionTokens ?? 0,
    totalTokens: totalTokens ?? (promptTokens ?? 0) + (completionTokens ?? 0),
    ...(reasoningTokens === undefined ? {} : { reasoningTokens }),
    ...(cachedTokens === undefined ? {} : { cachedTokens }),
  };
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
