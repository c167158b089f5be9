import { describe, expect, it } from 'vitest';
import { play } from '../../test/play.ts';

const good = await play(undefined);
const typeOf = ({ headers }: { readonly headers: Headers }) => headers.get('content-type');

describe('BODY_FAULTS', () => {
  it.each([
    ['html-200', 200],
    ['html-502', 502],
  ])('%s: answers with a page', async (fault, status) => {
    const seen = await play(fault);

    expect(seen.status).toBe(status);
    expect(typeOf(seen)).toContain('text/html');
    expect(seen.text).toMatch(/^<.*html/);
  });

  it('json-error-200: hides an error behind a good status', async () => {
    const seen = await play('json-error-200');

    expect(seen.status).toBe(200);
    expect(JSON.parse(seen.text)).toMatchObject({ error: { code: 'overloaded' } });
  });

  it('empty-200: opens a stream and says nothing', async () => {
    const seen = await play('empty-200');

    expect(seen).toMatchObject({ status: 200, text: '', error: undefined });
    expect(typeOf(seen)).toContain('text/event-stream');
  });

  it('no-content: answers 204', async () => {
    expect(await play('no-content')).toMatchObject({ status: 204, text: '' });
  });

  it('wrong-content-type: sends a good stream as plain text', async () => {
    const seen = await play('wrong-content-type');

    expect(typeOf(seen)).toBe('text/plain; charset=utf-8');
    expect(seen.text).toBe(good.text);
  });

  it('no-content-type: sends a good stream without a type', async () => {
    const seen = await play('no-content-type');

    expect(typeOf(seen)).toBeNull();
    expect(seen.text).toBe(good.text);
  });
});
