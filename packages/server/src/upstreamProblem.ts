import type { LingError } from '@ling-stream/core';
import type { Problem } from './problem.ts';

const FILTERED: Problem = {
  status: 422,
  code: 'content_filter',
  message: 'The content filter refused this conversation.',
};
const UNREACHABLE: Problem = {
  status: 502,
  code: 'upstream_unreachable',
  message: 'The model could not be reached. Try again later.',
  retryable: true,
};
const TIMEOUT: Problem = {
  status: 504,
  code: 'upstream_timeout',
  message: 'The model took too long. Try again later.',
  retryable: true,
};
/** The answer broke off. */
export const TRUNCATED: Problem = {
  status: 502,
  code: 'truncated',
  message: 'The answer ended before it was complete.',
  retryable: true,
};
const FAILED: Problem = {
  status: 502,
  code: 'upstream_error',
  message: 'The model failed to answer. Try again later.',
  retryable: true,
};
const UNREADABLE: Problem = {
  status: 502,
  code: 'upstream_protocol',
  message: 'The model answered something that is no answer.',
};
const RATE_LIMITED: Problem = {
  status: 429,
  code: 'rate_limited',
  message: 'The model is asked too often. Wait and try again.',
  retryable: true,
};
const USED_UP: Problem = {
  status: 502,
  code: 'upstream_quota',
  message: 'The service has used up what it may ask of the model.',
};
const UNAUTHORISED: Problem = {
  status: 502,
  code: 'upstream_auth',
  message: 'The service is not set up correctly: the model refused its key.',
};
const REJECTED: Problem = {
  status: 502,
  code: 'upstream_rejected',
  message: 'The model did not accept the request.',
};

/** What the client is told of a failure of the model. */
export function upstreamProblem(error: LingError): Problem {
  switch (error.code) {
    case 'http':
      return statusProblem(error);
    case 'content_filter':
      return FILTERED;
    case 'network':
      return UNREACHABLE;
    case 'timeout':
      return TIMEOUT;
    case 'truncated':
      return TRUNCATED;
    case 'protocol':
      return UNREADABLE;
    default:
      return FAILED;
  }
}

/** A status of the model is not a status of ours: a wrong key is our fault, not the user's. */
function statusProblem({ status = 0, retryAfterMs, providerCode }: LingError): Problem {
  if (status === 402 || providerCode === 'insufficient_quota') return USED_UP;
  if (status === 429) return { ...RATE_LIMITED, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  if (status === 401 || status === 403) return UNAUTHORISED;
  // 408 and 409 pass, as most failures of a server do.
  return status >= 500 || status === 408 || status === 409 ? FAILED : REJECTED;
}
