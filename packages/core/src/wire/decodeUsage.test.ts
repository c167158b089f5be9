import { describe, expect, it } from 'vitest';
import { decodeUsage } from './decodeUsage.ts';

describe('decodeUsage', () => {
  it.each([
    ['OpenAI', { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 }],
    ['ours', { promptTokens: 9, completionTokens: 4, totalTokens: 13 }],
    ['Anthropic', { input_tokens: 9, output_tokens: 4 }],
    ['the AI SDK', { inputTokens: 9, outputTokens: 4, totalTokens: 13 }],
    ['the prompt and the total', { prompt_tokens: 9, total_tokens: 13 }],
    ['the answer and the total', { completion_tokens: 4, total_tokens: 13 }],
  ])('reads the counts of %s', (_name, value) => {
    expect(decodeUsage(value)).toEqual({ promptTokens: 9, completionTokens: 4, totalTokens: 13 });
  });

  it('keeps a total that is more than its parts', () => {
    expect(decodeUsage({ prompt_tokens: 9, completion_tokens: 4, total_tokens: 20 })?.totalTokens).toBe(20);
  });

  it.each([
    ['beside the others', { reasoning_tokens: 2, cached_tokens: 8 }],
    [
      'one level deeper',
      {
        completion_tokens_details: { reasoning_tokens: 2 },
        prompt_tokens_details: { cached_tokens: 8 },
      },
    ],
    ['in our words', { reasoningTokens: 2, cachedTokens: 8 }],
  ])('reads finer counts %s', (_name, details) => {
    expect(decodeUsage({ prompt_tokens: 9, completion_tokens: 4, ...details })).toMatchObject({
      reasoningTokens: 2,
      cachedTokens: 8,
    });
  });

  it.each([
    undefined,
    null,
    {},
    [],
    'x',
    { total_tokens: 5 },
    { prompt_tokens: 5 },
    { prompt_tokens: '5', completion_tokens: 1 },
    { prompt_tokens: 5, completion_tokens: -1 },
  ])('makes nothing up from %j', (value) => {
    expect(decodeUsage(value)).toBeUndefined();
  });
});
