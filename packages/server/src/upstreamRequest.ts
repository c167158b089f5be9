import type { LingError, RetryPolicy, StreamRequest } from '@ling-stream/core';
import type { ResolvedOptions } from './options.ts';
import type { ChatRequest } from './readChatRequest.ts';

const MAX_RETRIES = 2;
const FIRST_DELAY_MS = 500;

/** The request to the model: made anew from checked values, with nothing of the client's headers. */
export function upstreamRequest({ messages, model }: ChatRequest, options: ResolvedOptions): StreamRequest {
  const { apiKey, baseURL, system, params, tools, timeout, fetch } = options;
  const prompt = system === undefined ? [] : [{ role: 'system', content: system }];
  let withUsage = true;

  const retry: RetryPolicy = (error, attempt) => {
    if (withUsage && refusesUsage(error)) {
      withUsage = false;
      return 0;
    }
    return retryDelay(error, attempt);
  };

  return {
    url: `${baseURL}/chat/completions`,
    ...(apiKey && { headers: { authorization: `Bearer ${apiKey}` } }),
    messages: [...prompt, ...messages],
    body: () => ({
      model,
      ...(withUsage && { stream_options: { include_usage: true } }),
      ...(tools && { tools }),
      ...params,
      stream: true,
    }),
    // A redirect would carry the conversation to an address that nobody chose.
    init: { redirect: 'manual' },
    timeout,
    retry,
    fetch,
  };
}

/** Some older servers know no `stream_options` and say so; an answer without a count is better than none. */
function refusesUsage({ status, providerMessage = '' }: LingError): boolean {
  return status === 400 && providerMessage.includes('stream_options');
}

function retryDelay({ retryable, code, phase, retryAfterMs }: LingError, attempt: number): number | false {
  const isSlow = code === 'timeout' && phase !== 'connect';
  // A time to wait is the client's to know: it waits anyway, and holds no place here meanwhile.
  if (attempt > MAX_RETRIES || !retryable || code === 'api' || isSlow || retryAfterMs !== undefined) return false;
  return Math.random() * FIRST_DELAY_MS * 2 ** (attempt - 1);
}
