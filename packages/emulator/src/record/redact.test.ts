import { describe, expect, it } from 'vitest';
import { redactHeaders, redactText, redactUrl } from './redact.ts';

describe('redact', () => {
  it('keeps what is no secret', () => {
    expect(redactHeaders(new Headers({ 'content-type': 'text/plain', 'x-request-id': 'req-1' }))).toEqual({
      'content-type': 'text/plain',
      'x-request-id': 'req-1',
    });
    expect(redactText('sk-1 and a task-force-of-many')).toBe('sk-1 and a task-force-of-many');
    expect(redactUrl('https://x/y?model=m#top')).toBe('https://x/y?model=m#top');
  });

  it.each(['authorization', 'x-api-key', 'api-key', 'apikey', 'cookie', 'set-cookie', 'x-auth-token'])(
    'hides %s',
    (name) => {
      expect(redactHeaders(new Headers({ [name]: 'v' }))).toEqual({ [name]: 'redacted' });
    },
  );

  it('hides keys in text, in queries and before hosts', () => {
    expect(redactText('Wrong key sk-abcdefgh12, Bearer abcdefghij.')).toBe('Wrong key redacted, redacted');
    expect(redactUrl('https://me:pw@x/y?a=1&access_token=s3&b=2')).toBe('https://x/y?a=1&access_token=redacted&b=2');
  });
});
