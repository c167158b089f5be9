import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '../event.ts';
import { createDecoder } from './createDecoder.ts';

describe('an error in the stream', () => {
  it.each([
    ['a number', { error: 500 }, '500', undefined],
    ['a list of sentences', { error: ['Too long'] }, undefined, 'Too long'],
    ['a list of errors', { error: [{ code: 'busy', message: 'Wait' }] }, 'busy', 'Wait'],
    ['an object that names a model', { object: 'error', code: 40, message: 'Bad', model: 'm' }, '40', 'Bad'],
    ['a code and a sentence', { error_code: 336_003, error_msg: 'No quota' }, '336003', 'No quota'],
  ])('is known as %s', (_name, value, providerCode, providerMessage) => {
    expect(() => decode(value)).toThrow(expect.objectContaining({ code: 'api', providerCode, providerMessage }));
  });

  it.each([{ error: 0 }, { error: [] }, { error: null }, { error_code: 0, error_msg: 'success' }])(
    'is not seen in %j',
    (value) => {
      expect(decode(value)).toMatchObject([{ type: 'data' }]);
    },
  );

  it.each([
    'sk-abc',
    'sk_live',
    'Bearer',
    'bearer:abc',
    'AIzaSyD',
    'eyJhbGciOi',
    'ghp_abc',
    '0123456789abcdef0123456789abcdef',
    'x.a1b2c3d4e5f6a7b8',
  ])('never passes %s on as its code', (code) => {
    expect(() => decode({ error: { code } })).toThrow(expect.objectContaining({ providerCode: undefined }));
  });

  it.each([
    'insufficient_quota',
    'InvalidParameter.DataInspection',
    'context_length_exceeded',
    'token_limit',
    '1301',
    'E4290001',
  ])('has the code %s', (code) => {
    expect(() => decode({ error: { code } })).toThrow(expect.objectContaining({ providerCode: code }));
  });

  it('keeps the long id of its request, unless that is a key', () => {
    const id = 'req_8f3a2b1c9d8e7f6a5b4c';
    expect(() => decode({ error: { request_id: id } })).toThrow(expect.objectContaining({ requestId: id }));
    expect(() => decode({ error: { request_id: 'sk-1' } })).toThrow(expect.objectContaining({ requestId: undefined }));
  });
});

describe('a heartbeat', () => {
  it.each(['ping', 'heartbeat', 'keepalive', 'keep-alive', 'keep_alive'])('of the type %s is no content', (type) => {
    expect(decode({ type })).toEqual([]);
  });

  it('is told apart from data of the app’s own', () => {
    expect(decode({ type: 'pingpong' })).toMatchObject([{ type: 'data', value: { type: 'pingpong' } }]);
  });
});

function decode(value: unknown): readonly StreamEvent[] {
  const events: StreamEvent[] = [];
  const data = JSON.stringify(value);
  createDecoder()({ event: 'message', data, id: '', hasOwnId: false }, (event) => events.push(event));
  return events;
}
