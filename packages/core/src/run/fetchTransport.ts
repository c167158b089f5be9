import { LingError } from '../LingError.ts';
import type { Transport } from '../request.ts';

/**
 * The transport over `fetch`.
 *
 * @param fetcher - Defaults to the global `fetch`, looked up at each call so that a page may replace it.
 */
export function fetchTransport(fetcher?: typeof fetch): Transport {
  return async (request, signal) => {
    try {
      return await (fetcher ?? globalThis.fetch)(request.url, {
        ...request.init,
        method: request.method,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
        signal,
      });
    } catch (cause) {
      // Asked afterwards only: a `fetch` of the app's own may know other addresses.
      if (isFetchable(request.url)) throw cause;
      // No cause: it quotes the address, which may hold a key.
      const message =
        'The `url` is not one that can be fetched: outside a page it must be absolute, and it may hold no password.';
      throw new LingError('callback', message, { phase: 'connect' });
    }
  };
}

function isFetchable(url: string): boolean {
  try {
    const { username, password } = new URL(url, globalThis.location?.href);
    return username === '' && password === '';
  } catch {
    return false;
  }
}
