import type { LingError } from '../LingError.ts';
import type { RetryPolicy } from '../request.ts';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;
/** A longer wait is the user's decision, not ours. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/**
 * A policy that tries a passing failure again after a random part of a doubling delay, or after the time the server
 * asked for.
 *
 * @param random - From 0 to 1. All of the delay is random: clients that failed together come back apart.
 */
export function retryPolicy(retries: number, random: () => number = Math.random): RetryPolicy {
  return (error, attempt) => {
    if (attempt > retries || !isPassing(error, attempt)) return false;
    const { retryAfterMs } = error;
    if (retryAfterMs !== undefined) return retryAfterMs <= LONGEST_RETRY_AFTER_MS && retryAfterMs;
    return random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  };
}

/** What `retryable` means to a user, less what asking again at once does not help. */
function isPassing({ retryable, code, phase, status }: LingError, attempt: number): boolean {
  // The server has tried before it reported; a run that is gone stays gone.
  if (!retryable || code === 'api' || status === 404) return false;
  // A dead connection is replaced once; a server that is silent on the next one too has nothing to say.
  return code !== 'timeout' || phase === 'connect' || (phase === 'idle' && attempt === 1);
}
