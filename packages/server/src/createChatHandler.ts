import { LingError } from '@ling-stream/core';
import { openAnswer } from './openAnswer.ts';
import { type ChatHandlerOptions, type ResolvedOptions, resolveOptions } from './options.ts';
import { type Problem, problemResponse } from './problem.ts';
import { type ChatRequest, readChatRequest } from './readChatRequest.ts';
import { upstreamProblem } from './upstreamProblem.ts';
import { upstreamRequest } from './upstreamRequest.ts';

/** The `/chat` endpoint for every runtime that speaks Fetch. */
export type ChatHandler = (request: Request) => Promise<Response>;

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // `no-transform` keeps compression from holding the stream back; the second does the same for nginx.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

/**
 * Creates the `/chat` endpoint: it adds the key, asks the model, and streams the answer in our dialect, which the
 * tutorial's client reads too. When the client leaves, the model is stopped.
 *
 * Errors before the answer have a status and JSON `{error: {code, message, retryable, requestId}}`; later ones are an
 * event with the same JSON.
 *
 * @throws Error - At once, when there is neither a key nor an address to ask.
 */
export function createChatHandler(options: ChatHandlerOptions = {}): ChatHandler {
  const resolved = resolveOptions(options);

  return async (request) => {
    const requestId = crypto.randomUUID();
    const refusal = await resolved.authorize?.(request);
    if (refusal instanceof Response) return refusal;
    const read = await readChatRequest(request, resolved);
    if ('status' in read) {
      resolved.logger?.warn({ requestId, code: read.code, status: read.status }, 'chat request refused');
      return problemResponse(read, requestId);
    }
    return answer(read, request, requestId, resolved);
  };
}

async function answer(
  chat: ChatRequest,
  request: Request,
  requestId: string,
  options: ResolvedOptions,
): Promise<Response> {
  const startedAt = performance.now();
  try {
    const body = await openAnswer(upstreamRequest(chat, options), {
      requestId,
      withIds: request.headers.get('x-ling-stream') === '1',
      heartbeatMs: options.heartbeatMs,
      signal: request.signal,
      onEnd(outcome, error) {
        const durationMs = Math.round(performance.now() - startedAt);
        const fields = { requestId, model: chat.model, outcome, durationMs };
        if (error === undefined) options.logger?.info(fields, 'chat answered');
        else options.logger?.warn({ ...fields, code: error.code, status: error.status }, 'chat failed');
      },
    });
    return new Response(body, { headers: { ...STREAM_HEADERS, 'x-request-id': requestId } });
  } catch (error) {
    const problem: Problem = LingError.is(error)
      ? upstreamProblem(error)
      : { status: 500, code: 'internal', message: 'The chat endpoint failed. Its log has more under this request id.' };
    return problemResponse(problem, requestId);
  }
}
