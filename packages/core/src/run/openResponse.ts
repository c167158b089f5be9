import type { Clock } from '../clock.ts';
import { LingError } from '../LingError.ts';
import type { PreparedRequest, Transport, TransportResponse } from '../request.ts';
import { readFailure } from './readFailure.ts';

/** An accepted response: an event stream, one JSON reply to a stream request, or nothing more to come. */
export interface OpenResponse {
  readonly kind: 'events' | 'json' | 'nothing';
  readonly head: Pick<TransportResponse, 'status' | 'headers'>;
  readonly body: ReadableStream<Uint8Array>;
}

export interface OpenOptions {
  readonly clock: Clock;
  /** Called when a status has refused the attempt, before the reasons are read: the server has answered. */
  readonly onRefusal: () => void;
}

/** Sends one attempt and checks what comes back. Throws {@link LingError}, and whatever the transport throws. */
export async function openResponse(
  request: PreparedRequest,
  transport: Transport,
  signal: AbortSignal,
  { clock, onRefusal }: OpenOptions,
): Promise<OpenResponse> {
  signal.throwIfAborted();
  const response = await transport(request, signal);
  const { status, headers, body } = response;
  const head = { status, headers };
  const isResume = request.method === 'GET';
  if (status < 200 || status > 299) {
    onRefusal();
    throw await readFailure(response, isResume, signal, clock);
  }
  if (isResume && status === 204) return { kind: 'nothing', head, body: new ReadableStream() };
  const type = (headers.get('content-type') ?? '').toLowerCase();
  const kind = kindOf(type);
  if (kind !== null && body && !(isResume && kind === 'json')) return { kind, head, body };
  body?.cancel().catch(() => {});
  throw new LingError(
    'protocol',
    `The chat endpoint answered ${status} with ${/^[\w./+-]*/.exec(type)?.[0] || 'no content'} instead of text/event-stream. A login page or another route may stand in its place.`,
    { phase: 'connect', status, requestId: headers.get('x-request-id') ?? undefined },
  );
}

function kindOf(type: string): OpenResponse['kind'] | null {
  if (/^application\/(.+\+)?json\b/.test(type)) return 'json';
  // Some proxies lose the type or call it plain text; a page of HTML is never an answer.
  return /^($|text\/(event-stream|plain)|application\/octet-stream)/.test(type) ? 'events' : null;
}
