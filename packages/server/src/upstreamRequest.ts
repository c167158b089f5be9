import type { StreamRequest } from '@ling-stream/core';
import type { ResolvedOptions } from './options.ts';
import type { ChatRequest } from './readChatRequest.ts';

/** The request to the model: made anew from checked values, with nothing of the client's headers. */
export function upstreamRequest({ messages, model }: ChatRequest, options: ResolvedOptions): StreamRequest {
  const { apiKey, baseURL, system, params, timeout, fetch } = options;
  const prompt = system === undefined ? [] : [{ role: 'system', content: system }];
  return {
    url: `${baseURL}/chat/completions`,
    ...(apiKey && { headers: { authorization: `Bearer ${apiKey}` } }),
    messages: [...prompt, ...messages],
    body: { model, stream_options: { include_usage: true }, ...params, stream: true },
    // A redirect would carry the conversation to an address that nobody chose.
    init: { redirect: 'manual' },
    timeout,
    fetch,
  };
}
