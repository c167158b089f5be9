import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../test/createFakeClock.ts';
import type { StreamRequest } from '../request.ts';
import type { StreamResult } from '../result.ts';
import { streamChat } from '../streamChat.ts';

describe('a request that fetch refuses', () => {
  it.each([
    ['an address that is none', { url: 'http://sk-secret:port/' }],
    ['an address without a page', { url: '/chat?key=sk-secret' }],
    ['an address with a password', { url: 'https://user:sk-secret@a.invalid/' }],
    ['a header with a line break', { url: 'https://a.invalid/', headers: { authorization: 'sk-secret\nx' } }],
  ])('for %s is the app’s to mend: it is not sent again, and quotes nothing', async (_name, request) => {
    const { error, metrics } = await run(request);

    expect(error).toMatchObject({ code: 'callback', phase: 'connect', retryable: false });
    expect(error).not.toHaveProperty('cause');
    expect(error?.message).toMatch(/url|header/);
    expect(`${error?.message}${error?.stack}`).not.toContain('secret');
    expect(metrics.attempts).toBe(1);
  });

  it('keeps the cause of a failure of the network', async () => {
    const cause = new TypeError('fetch failed');
    const fetch = (): Promise<Response> => Promise.reject(cause);
    expect((await run({ url: 'https://a.invalid/', fetch })).error).toMatchObject({ code: 'network', cause });
  });
});

function run(request: StreamRequest): Promise<StreamResult> {
  return streamChat({ retry: false, clock: createFakeClock(), ...request }).result;
}
