import type { Problem } from './problem.ts';
import { isRunId } from './readChatRequest.ts';

/** What a request wants of the endpoint. */
export type Route = { readonly kind: 'ask' | 'preflight' } | RunRoute;

/** What a request wants of one run. */
export interface RunRoute {
  readonly kind: 'resume' | 'stop';
  readonly runId: string;
}

/** Reads method and path: `POST <endpoint>`, and `GET` or `DELETE` of `<endpoint>/runs/<id>`, wherever it is mounted. */
export function readRoute({ method, url }: Request): Route | Problem {
  if (method === 'OPTIONS') return { kind: 'preflight' };
  const runId = /\/runs\/([^/]+)\/?$/.exec(new URL(url).pathname)?.[1];
  if (runId === undefined) {
    return method === 'POST' ? { kind: 'ask' } : notAllowed('Send the conversation with POST.');
  }
  const kind = method === 'GET' ? 'resume' : 'stop';
  if (method !== 'GET' && method !== 'DELETE') return notAllowed('A run is followed with GET and stopped with DELETE.');
  return isRunId(runId)
    ? { kind, runId }
    : { status: 400, code: 'invalid_run_id', message: 'That is no name of a run.' };
}

function notAllowed(message: string): Problem {
  return { status: 405, code: 'method_not_allowed', message };
}
