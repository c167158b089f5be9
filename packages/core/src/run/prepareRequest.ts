import { LingError } from '../LingError.ts';
import type { MaybeAsync, PreparedRequest, StreamRequest } from '../request.ts';

/** Resolves URL, headers and body for one attempt. Throws `callback` when one of the app's functions does. */
export async function prepareRequest(request: StreamRequest): Promise<PreparedRequest> {
  const [url, extraHeaders, extraBody] = await resolveAll(request);
  const headers = new Headers({ accept: 'text/event-stream', 'content-type': 'application/json' });
  new Headers(extraHeaders).forEach((value, name) => headers.set(name, value));
  const { messages, init = {} } = request;
  const body = JSON.stringify({ ...(messages && { messages }), ...extraBody });
  return { url: String(url), method: 'POST', headers, body, init };
}

async function resolveAll({ url, headers, body }: StreamRequest) {
  try {
    return await Promise.all([resolve(url), resolve(headers), resolve(body)]);
  } catch (cause) {
    throw new LingError('callback', 'A function given as `url`, `headers` or `body` threw; see `cause`.', {
      phase: 'connect',
      cause,
    });
  }
}

function resolve<T>(value: MaybeAsync<T>): T | Promise<T> {
  return typeof value === 'function' ? (value as () => T | Promise<T>)() : value;
}
