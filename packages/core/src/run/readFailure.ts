import type { Clock } from '../clock.ts';
import { LingError } from '../LingError.ts';
import type { TransportResponse } from '../request.ts';
import { decodeError, isFilterCode } from '../wire/decodeError.ts';
import { parseJson } from '../wire/json.ts';
import { readRetryAfter } from './readRetryAfter.ts';
import { readText } from './readText.ts';

const MAX_BODY_BYTES = 64 * 1024;
const MAX_BODY_MS = 2_500;

/** What a status means for whoever mounted the endpoint. */
const ADVICE: ReadonlyMap<number, string> = new Map([
  [400, 'Compare the request body with what it accepts.'],
  [401, 'Send credentials with `headers` or `init.credentials`.'],
  [403, 'It refuses this caller: check permissions and allowed origins.'],
  [404, 'Nothing is mounted at that path: pass the full path of your route.'],
  [405, 'The path takes no POST: mount the chat handler there.'],
  [413, 'The conversation is too large: send fewer or shorter messages.'],
  [429, 'Too many requests: wait and try again.'],
]);

/** Turns a response that is no answer into a {@link LingError}; reads at most 64 KiB of its body, for 2.5 seconds. */
export async function readFailure(
  response: TransportResponse,
  isResume: boolean,
  signal: AbortSignal,
  clock: Clock,
): Promise<LingError> {
  const { status, headers, body } = response;
  const text = await readBriefly(body, signal, clock);
  const error = decodeError(parseJson(text)) ?? {};
  const isFilter = isFilterCode(error.providerCode);
  const isGone = isResume && status === 404;
  const advice = isGone
    ? 'The run is over and forgotten: ask again.'
    : (ADVICE.get(status) ??
      (status < 500 ? 'See its documentation.' : 'The server failed: see its log, or try again.'));
  return new LingError(isFilter ? 'content_filter' : 'http', `The chat endpoint answered ${status}. ${advice}`, {
    ...error,
    phase: 'connect',
    status,
    requestId: error.requestId ?? headers.get('x-request-id') ?? headers.get('request-id') ?? undefined,
    retryAfterMs: readRetryAfter(headers),
    retryable: !isFilter && (isGone || (error.retryable ?? isPassing(status, headers, text))),
    // A page of HTML is a page, not a message.
    providerMessage: error.providerMessage ?? (/^\s*</.test(text) ? undefined : text),
  });
}

/** The status says enough where the body breaks off or never ends. */
async function readBriefly(body: TransportResponse['body'], signal: AbortSignal, clock: Clock): Promise<string> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  signal.addEventListener('abort', stop);
  const cancel = clock.setTimer(stop, MAX_BODY_MS);
  try {
    return (await readText(body, MAX_BODY_BYTES, controller.signal)).text;
  } catch {
    return '';
  } finally {
    cancel();
    signal.removeEventListener('abort', stop);
  }
}

function isPassing(status: number, headers: Headers, text: string): boolean {
  const wish = headers.get('x-should-retry');
  if (wish !== null) return wish === 'true';
  // A spent quota does not come back by asking again; "Slow Down" gets worse by it.
  if (/insufficient_quota|"Slow Down"/.test(text)) return false;
  return /^(408|409|425|429|50[0234]|52\d|530)$/.test(String(status));
}
