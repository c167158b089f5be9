import { LingError } from '../LingError.ts';
import type { MaybeAsync, PreparedRequest, StreamRequest } from '../request.ts';
import type { Cursor } from './createCursor.ts';

/** A run that outlives its connections. */
export interface ResumableRun {
  readonly id: string;
  readonly cursor: Cursor;
}

/**
 * Resolves URL, headers and body for one attempt. Throws `callback` when one of the app's functions does, or gives what
 * cannot be sent.
 */
export async function prepareRequest(
  request: StreamRequest,
  method: PreparedRequest['method'],
  run: ResumableRun | null,
): Promise<PreparedRequest> {
  const isPost = method === 'POST';
  let extraHeaders: HeadersInit | undefined;
  let sendable: Omit<PreparedRequest, 'headers'>;
  try {
    const [url, given, extraBody] = await Promise.all([
      resolve(request.url),
      resolve(request.headers),
      isPost ? resolve(request.body) : undefined,
    ]);
    extraHeaders = given;
    const { messages, init = {} } = request;
    sendable = {
      url: isPost || run === null ? String(url) : runUrl(String(url), request, run),
      method,
      init: method === 'DELETE' ? { ...init, keepalive: true } : init,
      ...(isPost && { body: JSON.stringify({ messages, ...extraBody, ...(run && { runId: run.id }) }) }),
    };
  } catch (cause) {
    const message = 'The request could not be made: a function for `url`, `headers` or `body` threw; see `cause`.';
    throw new LingError('callback', message, { phase: 'connect', cause });
  }
  return { ...sendable, headers: createHeaders(method, run, extraHeaders) };
}

function createHeaders(
  method: PreparedRequest['method'],
  run: ResumableRun | null,
  extraHeaders: HeadersInit | undefined,
): Headers {
  try {
    const headers = new Headers({ accept: 'text/event-stream' });
    if (method === 'POST') headers.set('content-type', 'application/json');
    if (run !== null) headers.set('x-ling-stream', '1');
    if (method === 'GET' && run?.cursor.lastId()) headers.set('last-event-id', run.cursor.lastId());
    new Headers(extraHeaders).forEach((value, name) => headers.set(name, value));
    return headers;
  } catch {
    // No cause: it quotes the value, which may be a key.
    const message = 'A header cannot be sent: its name or value has a character that no header may have.';
    throw new LingError('callback', message, { phase: 'connect' });
  }
}

function runUrl(url: string, { resume }: StreamRequest, { id, cursor }: ResumableRun): string {
  const own = typeof resume === 'object' && resume.url?.(id, cursor.lastId());
  if (own) return String(own);
  const [path = '', query = ''] = url.split(/(?=[?#])/, 2);
  return `${path.replace(/\/$/, '')}/runs/${encodeURIComponent(id)}${query}`;
}

function resolve<T>(value: MaybeAsync<T>): T | Promise<T> {
  // The one place where TypeScript cannot tell a function from a value that may itself be one.
  return typeof value === 'function' ? (value as () => T | Promise<T>)() : value;
}
