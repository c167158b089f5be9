import { describe, expect, it } from 'vitest';
import { play } from '../../test/play.ts';

describe('STATUS_FAULTS', () => {
  it.each([
    ['bad-request', 400, 'invalid_request'],
    ['blocked-input', 400, 'data_inspection_failed'],
    ['unauthorized', 401, 'invalid_api_key'],
    ['payment-required', 402, 'insufficient_balance'],
    ['forbidden', 403, 'access_denied'],
    ['not-found', 404, 'model_not_found'],
    ['request-timeout', 408, 'request_timeout'],
    ['conflict', 409, 'conflict'],
    ['too-large', 413, 'request_too_large'],
    ['unprocessable', 422, 'context_length_exceeded'],
    ['rate-limit', 429, 'rate_limit_exceeded'],
    ['quota', 429, 'insufficient_quota'],
    ['server-error', 500, 'internal_error'],
    ['overloaded', 503, 'overloaded'],
    ['slow-down', 503, 'slow_down'],
    ['gateway-timeout', 504, 'gateway_timeout'],
    ['site-overloaded', 529, 'overloaded'],
    ['status@418', 418, 'status_418'],
  ])('%s: answers %i with its code', async (fault, status, code) => {
    const seen = await play(fault);
    const { error, request_id: id } = JSON.parse(seen.text);

    expect(seen.status).toBe(status);
    expect(error).toEqual({ message: expect.any(String), type: expect.any(String), code, param: null });
    expect(seen.headers.get('x-request-id')).toBe(id);
  });

  it('slow-down: uses Ant Ling’s words', async () => {
    expect(JSON.parse((await play('slow-down')).text)).toMatchObject({ error: { message: 'Slow Down' } });
  });

  it('rate-limit: says when to come back in seconds', async () => {
    expect((await play('rate-limit@12')).headers.get('retry-after')).toBe('12');
  });

  it('rate-limit-date: says when to come back by date', async () => {
    const date = (await play('rate-limit-date@12')).headers.get('retry-after') ?? '';

    expect(date).toMatch(/GMT$/);
    expect(Date.parse(date)).toBe(1_760_000_012_000);
  });

  it('quota: gives no time to come back', async () => {
    expect((await play('quota')).headers.get('retry-after')).toBeNull();
  });
});
