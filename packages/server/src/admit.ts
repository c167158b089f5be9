import { clientAddress } from './clientAddress.ts';
import type { Gate } from './createGate.ts';
import type { RateLimiter } from './options.ts';
import type { Problem } from './problem.ts';

/** How long a client that found every place taken should wait. */
const RETRY_AFTER_MS = 2_000;
const FULL: Problem = {
  status: 503,
  code: 'overloaded',
  message: 'Too many answers are being written right now. Try again in a moment.',
  retryable: true,
  retryAfterMs: RETRY_AFTER_MS,
};
const TOO_MANY: Problem = {
  status: 429,
  code: 'too_many_streams',
  message: 'You have several answers being written already. Wait for one of them, or stop it.',
  retryable: true,
  retryAfterMs: RETRY_AFTER_MS,
};
// A guard that is broken guards nothing, so nothing is let through; `insuranceLimiter` is there for who wants more.
const BROKEN: Problem = {
  status: 503,
  code: 'limiter_unavailable',
  message: 'Requests cannot be counted right now. Try again in a moment.',
  retryable: true,
  retryAfterMs: RETRY_AFTER_MS,
};

/** Lets a question in, within the rate and the number of answers at a time; a function means: call it at the end. */
export async function admit(
  request: Request,
  user: string | undefined,
  gate: Gate,
  limiter: RateLimiter | undefined,
): Promise<(() => void) | Problem> {
  const key = user ?? clientAddress(request) ?? 'anybody';
  const refusal = await limiter?.consume(key).then(() => undefined, toProblem);
  if (refusal !== undefined) return refusal;
  const leave = gate.enter(user);
  if (leave === 'all') return FULL;
  return leave === 'user' ? TOO_MANY : leave;
}

function toProblem(reason: unknown): Problem {
  const isObject = typeof reason === 'object' && reason !== null;
  const waitMs: unknown = isObject && 'msBeforeNext' in reason ? reason.msBeforeNext : undefined;
  if (typeof waitMs !== 'number') return BROKEN;
  const message = 'You ask too often. Wait a moment and try again.';
  return { status: 429, code: 'rate_limited', message, retryable: true, retryAfterMs: waitMs };
}
