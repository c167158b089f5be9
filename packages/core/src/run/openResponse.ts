import { LingError } from '../LingError.ts';
import type { PreparedRequest, Transport, TransportResponse } from '../request.ts';
import { readFailure } from './readFailure.ts';

/** An accepted response: an event stream, or one JSON reply to a stream request. */
export interface OpenResponse {
  readonly kind: 'events' | 'json';
  readonly status: number;
  readonly headers: Headers;
  readonly body: NonNullable<TransportResponse['body']>;
}

/** Sends one attempt and checks what comes back. Throws {@link LingError}, and whatever the transport throws. */
export async function openResponse(
  request: PreparedRequest,
  transport: Transport,
  signal: AbortSignal,
): Promise<OpenResponse> {
  const response = await transport(request, signal);
  const { status, headers, body } = response;
  if (status < 200 || status > 299) throw await readFailure(response);
  const type = (headers.get('content-type') ?? '').toLowerCase();
  const kind = kindOf(type);
  if (kind !== null && body !== null && status !== 204) return { kind, status, headers, body };
  body?.cancel().catch(() => {});
  const what = body === null || status === 204 ? 'without a body' : `with ${type.split(';')[0] || 'no content type'}`;
  throw new LingError(
    'protocol',
    `The chat endpoint answered ${status} ${what} instead of text/event-stream. A login page or another route may stand in its place.`,
    { phase: 'connect', status, requestId: headers.get('x-request-id') ?? undefined },
  );
}

function kindOf(type: string): OpenResponse['kind'] | null {
  if (/^application\/(.+\+)?json/.test(type)) return 'json';
  // Some proxies lose the type or call it plain text; a page of HTML is never an answer.
  return type === '' || /^text\/(event-stream|plain)|^application\/octet-stream/.test(type) ? 'events' : null;
}
