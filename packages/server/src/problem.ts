/** Why a request gets no answer, as the client is told. Texts are ours: what a model's server wrote is not passed on. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryable?: boolean;
  readonly retryAfterMs?: number;
}

/** The JSON of a problem, the same in an error response and in an error event of a stream. */
export function problemBody(problem: Problem, requestId: string): string {
  const { code, message, retryable = false } = problem;
  return JSON.stringify({ error: { code, message, retryable, requestId } });
}

/** A problem as a response; without its text where the client asked for none. */
export function problemResponse(problem: Problem, requestId: string, method = 'POST'): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', 'x-request-id': requestId });
  headers.set('cache-control', 'no-store');
  if (problem.retryAfterMs !== undefined) headers.set('retry-after', String(Math.ceil(problem.retryAfterMs / 1_000)));
  if (problem.status === 405) headers.set('allow', 'POST, GET, DELETE, OPTIONS');
  const body = method === 'HEAD' ? null : problemBody(problem, requestId);
  return new Response(body, { status: problem.status, headers });
}
