import { LingError } from '../LingError.ts';
import type { TransportResponse } from '../request.ts';
import { decodeError, isFilterCode, type ProviderError } from '../wire/decodeError.ts';
import { parseJson } from '../wire/json.ts';
import { readBody } from './readBody.ts';
import { readRetryAfter } from './readRetryAfter.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** What each status means for whoever mounted the endpoint. */
const ADVICE: ReadonlyMap<number, string> = new Map([
  [400, 'The request was not understood; compare its body with what the endpoint accepts.'],
  [401, 'It wants to know who is asking; send credentials with `headers` or `init.credentials`.'],
  [403, 'It refuses this caller; check its permissions and its allowed origins.'],
  [404, 'Nothing is mounted at that path; pass the full path of your route.'],
  [405, 'The path exists but takes no POST; mount the chat handler there.'],
  [413, 'The conversation is larger than the endpoint accepts; send fewer or shorter messages.'],
  [415, 'It takes another content type; it must accept JSON.'],
  [429, 'Too many requests; wait and try again.'],
  [502, 'The server could not reach the model, or got no good answer from it.'],
  [503, 'The server is overloaded or restarting; wait and try again.'],
  [504, 'The model took too long to answer; try again.'],
]);

const RETRYABLE: ReadonlySet<number> = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529]);

/** Turns a response that is no answer into a {@link LingError}; reads at most 64 KiB of its body. */
export async function readFailure(response: TransportResponse): Promise<LingError> {
  const { status, headers } = response;
  const { text } = await readBody(response.body, MAX_BODY_BYTES);
  const error: ProviderError = decodeError(parseJson(text)) ?? {};
  const isFilter = isFilterCode(error.code);
  const advice = ADVICE.get(status) ?? (status >= 500 ? 'The server failed; see its log.' : 'See its documentation.');
  return new LingError(isFilter ? 'content_filter' : 'http', `The chat endpoint answered ${status}. ${advice}`, {
    phase: 'connect',
    status,
    providerCode: error.code,
    providerMessage: error.message ?? text,
    requestId: error.requestId ?? headers.get('x-request-id') ?? headers.get('request-id') ?? undefined,
    retryAfterMs: readRetryAfter(headers),
    retryable: !isFilter && isRetryable(status, headers, error),
  });
}

function isRetryable(status: number, headers: Headers, error: ProviderError): boolean {
  const wish = headers.get('x-should-retry');
  if (wish !== null) return wish === 'true';
  // A spent quota does not come back by asking again; "Slow Down" gets worse by it.
  if (error.code === 'insufficient_quota' || (status === 503 && error.message === 'Slow Down')) return false;
  return error.retryable ?? (RETRYABLE.has(status) || (status >= 520 && status <= 530));
}
