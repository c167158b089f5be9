import { describe, expect, it } from 'vitest';
import { LingError } from './LingError.ts';

describe('LingError', () => {
  const cause = new Error('cause');
  const error = new LingError('http', 'What to do.', {
    status: 429,
    providerCode: 'rate_limited',
    providerMessage: 'secret',
    requestId: 'req-1',
    retryable: true,
    retryAfterMs: 5,
    phase: 'connect',
    cause,
  });

  it('carries what is known, and nothing that is not', () => {
    expect(error).toMatchObject({ name: 'LingError', code: 'http', retryable: true, providerMessage: 'secret', cause });
    const bare = new LingError('network', 'Gone.');
    expect(Object.keys(bare).sort()).toEqual(['code', 'isLingError', 'name', 'retryable']);
    expect(bare).toMatchObject({ retryable: false, providerMessage: undefined });
    expect('cause' in bare).toBe(false);
  });

  it('becomes plain data that is safe to store', () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: 'http',
      message: 'What to do.',
      retryable: true,
      status: 429,
      providerCode: 'rate_limited',
      requestId: 'req-1',
      retryAfterMs: 5,
      phase: 'connect',
    });
  });

  it('is made again from its data', () => {
    const data = error.toJSON();
    expect(new LingError(data.code, data.message, data).toJSON()).toEqual(data);
  });

  it('is known across copies of this package', () => {
    expect(LingError.is(error)).toBe(true);
    expect(LingError.is({ isLingError: true })).toBe(true);
    for (const other of [new Error('x'), null, undefined, 'LingError']) expect(LingError.is(other)).toBe(false);
  });
});
