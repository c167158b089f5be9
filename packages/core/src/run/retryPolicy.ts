import type { LingError } from '../LingError.ts';
import type { RetryPolicy, StreamRequest } from '../request.ts';

const DEFAULT_RETRIES = 2;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;
/** A longer wait is the user's decision, not ours. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** The policy for a request: a retryable failure is tried again after a random part of a doubling delay. */
export function retryPolicy(retry: StreamRequest['retry'], random: () => number = Math.random): RetryPolicy {
  if (typeof retry === 'function') return retry;
  const retries = retry === false ? 0 : (retry ?? DEFAULT_RETRIES);
  return (error: LingError, attempt: number) => {
    if (!error.retryable || attempt > retries) return false;
    if (error.retryAfterMs !== undefined) return error.retryAfterMs <= LONGEST_RETRY_AFTER_MS && error.retryAfterMs;
    return random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  };
}
