import type { Transport } from '../request.ts';

/**
 * The transport over `fetch`.
 *
 * @param fetcher - Defaults to the global `fetch`, looked up at each call so that a page may replace it.
 */
export function fetchTransport(fetcher?: typeof fetch): Transport {
  return (request, signal) =>
    (fetcher ?? globalThis.fetch)(request.url, {
      ...request.init,
      method: request.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      signal,
    });
}
