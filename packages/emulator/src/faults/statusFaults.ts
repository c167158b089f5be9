import { encodeReply, problemReply } from '../engine/reply.ts';
import { tooManyRequests, WRONG_KEY, type Problem } from '../wire/problem.ts';
import type { Fault } from './fault.ts';

const REFUSED = 'invalid_request_error';
const BROKEN = 'server_error';

/** Name, status, type, code and message of errors that have no value. */
const PLAIN: readonly (readonly [name: string, status: number, type: string, code: string, message: string])[] = [
  ['bad-request', 400, REFUSED, 'invalid_request', 'The request could not be understood.'],
  ['blocked-input', 400, REFUSED, 'data_inspection_failed', 'Input data may contain inappropriate content.'],
  ['payment-required', 402, 'billing_error', 'insufficient_balance', 'The balance of the account is used up.'],
  ['forbidden', 403, 'permission_error', 'access_denied', 'The key may not use this model.'],
  ['not-found', 404, REFUSED, 'model_not_found', 'The model does not exist.'],
  ['request-timeout', 408, BROKEN, 'request_timeout', 'The request took too long to arrive.'],
  ['conflict', 409, REFUSED, 'conflict', 'The request is in conflict with another one.'],
  ['too-large', 413, REFUSED, 'request_too_large', 'The request is too large.'],
  ['unprocessable', 422, REFUSED, 'context_length_exceeded', 'The messages are longer than the context of the model.'],
  ['quota', 429, 'insufficient_quota', 'insufficient_quota', 'The quota is used up; waiting will not help.'],
  ['server-error', 500, BROKEN, 'internal_error', 'The server had an error while processing your request'],
  ['overloaded', 503, BROKEN, 'overloaded', 'The engine is currently overloaded, please try again later'],
  ['slow-down', 503, BROKEN, 'slow_down', 'Slow Down'],
  ['gateway-timeout', 504, BROKEN, 'gateway_timeout', 'The model did not answer in time.'],
  ['site-overloaded', 529, 'overloaded_error', 'overloaded', 'The site is overloaded.'],
];

/** Errors that come with a status, in Ant Ling's words where it has any. */
export const STATUS_FAULTS: readonly Fault[] = [
  ...PLAIN.map(([name, status, type, code, message]) =>
    problemFault(name, `Answers ${status}, “${message.replace(/\.$/, '')}”.`, () => ({ status, type, code, message })),
  ),
  problemFault('unauthorized', 'Answers 401: the key is missing or wrong.', () => WRONG_KEY),
  {
    ...problemFault('rate-limit', 'Answers 429 with Retry-After: N seconds.', (seconds) =>
      tooManyRequests(String(seconds)),
    ),
    value: 7,
  },
  {
    ...problemFault('rate-limit-date', 'Answers 429 with Retry-After: a date N seconds from now.', (seconds, now) =>
      tooManyRequests(new Date(now + seconds * 1000).toUTCString()),
    ),
    value: 7,
  },
  {
    ...problemFault('status', 'Answers with the status N.', (status) => ({
      status,
      type: status < 500 ? REFUSED : BROKEN,
      code: `status_${status}`,
      message: `The emulator was asked to answer ${status}.`,
    })),
    value: 500,
    range: [200, 599],
  },
];

function problemFault(name: string, summary: string, problem: (value: number, now: number) => Problem): Fault {
  return {
    name,
    summary,
    play: ({ value, now, requestId }) => encodeReply(problemReply(problem(value, now), requestId)),
  };
}
