import type { Head } from './step.ts';

/** Lets pages of any origin read a reply, and names the request. */
export function openHeaders(head: Head, requestId: string): Head {
  return {
    ...head,
    headers: {
      ...head.headers,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': '*',
      'x-request-id': requestId,
    },
  };
}
