import type { Usage } from '../event.ts';
import { asObject, isJsonObject, type JsonObject } from './json.ts';

/**
 * Reads token counts from a provider's `usage` object. Of prompt, completion and total two are enough, the third
 * follows; with fewer it is `undefined`, because a count is never made up.
 */
export function decodeUsage(value: unknown): Usage | undefined {
  if (!isJsonObject(value)) return undefined;
  const prompt = count(value, /^(prompt|input)_?tokens$/i);
  const completion = count(value, /^(completion|output)_?tokens$/i);
  const total = count(value, /^total_?tokens$/i);
  const promptTokens = prompt ?? minus(total, completion);
  const completionTokens = completion ?? minus(total, prompt);
  if (promptTokens === undefined || completionTokens === undefined) return undefined;
  const reasoningTokens = detail(value, /^reasoning_?tokens$/i);
  const cachedTokens = detail(value, /^cached_?tokens$/i);
  return {
    promptTokens,
    completionTokens,
    totalTokens: total ?? promptTokens + completionTokens,
    ...(reasoningTokens !== undefined && { reasoningTokens }),
    ...(cachedTokens !== undefined && { cachedTokens }),
  };
}

/** Some providers keep the finer counts beside the others, some one level deeper, some under both names. */
function detail(fields: JsonObject, name: RegExp): number | undefined {
  const holders = [fields, fields['completion_tokens_details'], fields['prompt_tokens_details']];
  return holders.map((holder) => count(asObject(holder), name)).find((found) => found !== undefined);
}

function count(fields: JsonObject, name: RegExp): number | undefined {
  const found = Object.entries(fields).find(([key, value]) => name.test(key) && typeof value === 'number');
  const [, value] = found ?? [];
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function minus(total: number | undefined, part: number | undefined): number | undefined {
  return total === undefined || part === undefined ? undefined : Math.max(0, total - part);
}
