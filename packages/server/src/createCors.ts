import type { CorsOptions } from './options.ts';
import type { Problem } from './problem.ts';

/** Decides which pages may call the endpoint, and tells browsers so. */
export interface Cors {
  /** Why the page that made the request may not; `undefined` when it may, or when no page made it. */
  refuse(request: Request): Problem | undefined;
  /** Answers a browser that asks before it sends. */
  preflight(request: Request): Response;
  /** Adds what a browser wants to read before it hands the response to the page. */
  allow(request: Request, response: Response): Response;
}

const HEADERS = ['content-type', 'authorization', 'x-ling-stream', 'last-event-id'];
const FOREIGN: Problem = {
  status: 403,
  code: 'origin_not_allowed',
  message: 'Pages of this origin may not use this endpoint.',
};

/**
 * Lets in pages of the endpoint's own origin, and those of the origins that are named. Clients that are no browser send
 * neither `Origin` nor `Sec-Fetch-Site`; they are `authorize`'s concern.
 */
export function createCors({ origins = [], credentials = false, headers = [] }: Partial<CorsOptions> = {}): Cors {
  const isNamed = (origin: string): boolean => origins === '*' || origins.includes(origin);

  function allow(request: Request, from: Response): Response {
    const origin = request.headers.get('origin');
    if (origin === null || !isNamed(origin)) return from;
    const response = new Response(from.body, from); // the app's own may have headers that cannot be changed
    response.headers.set('access-control-allow-origin', origins === '*' ? '*' : origin);
    response.headers.append('vary', 'Origin');
    response.headers.set('access-control-expose-headers', 'x-request-id, retry-after');
    if (credentials) response.headers.set('access-control-allow-credentials', 'true');
    return response;
  }

  function preflight(request: Request): Response {
    const answer = new Headers({ allow: 'POST, GET, DELETE, OPTIONS' });
    if (isNamed(request.headers.get('origin') ?? '')) {
      answer.set('access-control-allow-methods', 'POST, GET, DELETE');
      answer.set('access-control-allow-headers', [...HEADERS, ...headers].join(', '));
      answer.set('access-control-max-age', '600');
    }
    return new Response(null, { status: 204, headers: answer });
  }

  return {
    refuse(request) {
      const origin = request.headers.get('origin');
      if (origin !== null && isNamed(origin)) return undefined;
      return isForeign(request, origin) ? FOREIGN : undefined;
    },
    preflight,
    allow,
  };
}

function isForeign(request: Request, origin: string | null): boolean {
  const site = request.headers.get('sec-fetch-site');
  // The browser's own word; a proxy that renames the host cannot make it wrong.
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  // The scheme is left out: behind a proxy that ends TLS the endpoint does not know its own.
  return origin !== null && hostOf(origin) !== (request.headers.get('host') ?? new URL(request.url).host);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
