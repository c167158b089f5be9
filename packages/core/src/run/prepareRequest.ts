import { LingError } from '../LingError.ts';
import type { MaybeAsync, PreparedRequest, StreamRequest } from '../request.ts';
import type { Cursor } from './createCursor.ts';

/** A run that outlives its connections. */
export interface ResumableRun {
  readonly id: string;
  readonly cursor: Cursor;
}

/** Resolves URL, headers and body for one attempt. Throws `callback` when one of the app's functions does. */
export async function prepareRequest(
  request: StreamRequest,
  method: PreparedRequest['method'],
  run: ResumableRun | null,
): Promise<PreparedRequest> {
  try {
    const isPost = method === 'POST';
    const [url, extraHeaders, extraBody] = await Promise.all([
      resolve(request.url),
      resolve(request.headers),
      isPost ? resolve(request.body) : undefined,
    ]);
    const headers = new Headers({ accept: 'text/event-stream' });
    if (isPost) headers.set('content-type', 'application/json');
    if (run !== null) headers.set('x-ling-stream', '1');
    if (method === 'GET' && run?.cursor.lastId()) headers.set('last-event-id', run.cursor.lastId());
    new Headers(extraHeaders).forEach((value, name) => headers.set(name, value));
    const { messages, init = {} } = request;
    return {
      url: isPost || run === null ? String(url) : runUrl(String(url), request, run),
      method,
      headers,
      init: method === 'DELETE' ? { ...init, keepalive: true } : init,
      ...(isPost && { body: JSON.stringify({ messages, ...extraBody, ...(run && { runId: run.id }) }) }),
    };
  } catch (cause) {
    const message = 'The request could not be made: a function for `url`, `headers` or `body` threw; see `cause`.';
    throw new LingError('callback', message, { phase: 'connect', cause });
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
