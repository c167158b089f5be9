import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { writeJson } from './writeJson.ts';

const answer = (format: object | undefined) =>
  textOf(writeJson.answer(question('3 apples', format ? { response_format: format } : {})));

describe('writeJson', () => {
  it('answers with a JSON object', () => {
    expect(JSON.parse(answer({ type: 'json_object' }) ?? '')).toMatchObject({ question: '3 apples' });
  });

  it('keeps to a schema', () => {
    const schema = { type: 'object', properties: { count: { type: 'integer' } }, required: ['count'] };

    expect(JSON.parse(answer({ type: 'json_schema', json_schema: { name: 'x', schema } }) ?? '')).toEqual({ count: 3 });
  });

  it('leaves text alone', () => {
    expect(answer(undefined)).toBeUndefined();
    expect(answer({ type: 'text' })).toBeUndefined();
  });
});
