/** A request that is answered with an error status and a JSON body. */
export interface Problem {
  readonly status: number;
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly param?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The JSON body of an error reply. */
export function encodeProblem({ type, code, message, param }: Problem, requestId: string): string {
  return JSON.stringify({ error: { message, type, code, param: param ?? null }, request_id: requestId });
}

/** A body the model cannot take. */
export function badRequest(message: string, param?: string): Problem {
  const problem = { status: 400, type: 'invalid_request_error', code: 'invalid_request', message };
  return param === undefined ? problem : { ...problem, param };
}

/** The model asked for does not exist. */
export function unknownModel(model: string, models: readonly string[]): Problem {
  const message = `The model \`${model}\` does not exist. This emulator has: ${models.join(', ')}.`;
  return { status: 404, type: 'invalid_request_error', code: 'model_not_found', message, param: 'model' };
}

/** The key is not the one the emulator was started with. */
export const WRONG_KEY: Problem = {
  status: 401,
  type: 'authentication_error',
  code: 'invalid_api_key',
  message: 'The API key is missing or wrong. Send it as `Authorization: Bearer <key>`.',
};

/** Too many requests, with the seconds until the next is let in. */
export function tooManyRequests(retryAfter: string): Problem {
  return {
    status: 429,
    type: 'rate_limit_error',
    code: 'rate_limit_exceeded',
    message: 'Rate limit reached for requests',
    headers: { 'retry-after': retryAfter },
  };
}

/** An `answer`, `skills`, `fault` or `onLog` of the options threw, which is for the developer to read. */
export function optionThrew(cause: unknown): Problem {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `An option of the emulator (\`answer\`, \`skills\`, \`fault\` or \`onLog\`) threw: ${why}`;
  return { status: 500, type: 'server_error', code: 'option_threw', message };
}

/** Whether a request lacks the only key accepted. */
export function isWrongKey(headers: Readonly<Record<string, string>>, apiKey: string | undefined): boolean {
  return apiKey !== undefined && headers['authorization'] !== `Bearer ${apiKey}`;
}
