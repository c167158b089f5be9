import { describe, expect, it } from 'vitest';
import { contentOf, eventsOf, play } from '../../test/play.ts';

const good = await play(undefined);
const tutorial = { path: '/chat' };

describe('ENDING_FAULTS', () => {
  it('no-finish-reason: looks like the sample of the tutorial', async () => {
    const { text } = await play('no-finish-reason');

    expect(text).not.toContain('"finish_reason":"');
    expect(eventsOf(text).at(-1)).toBe('[DONE]');
    expect(contentOf(text)).toBe(contentOf(good.text));
  });

  it('duplicate-done: sends [DONE] twice', async () => {
    expect((await play('duplicate-done')).text).toBe(`${good.text}data: [DONE]\n\n`);
  });

  it('data-after-done: sends content after [DONE] in both dialects', async () => {
    expect(contentOf((await play('data-after-done')).text.replace(/[^]*\[DONE\]\n\n/, ''))).toBe('LATE');
    expect(contentOf((await play('data-after-done', tutorial)).text.replace(/[^]*\[DONE\]\n\n/, ''))).toBe('LATE');
  });

  it.each([
    ['content-filter@3', 'content_filter'],
    ['length@3', 'length'],
  ])('%s: stops after N pieces with its reason', async (fault, reason) => {
    const { text } = await play(fault);
    const events = eventsOf(text);

    expect(contentOf(text)).toBe('1, 2');
    expect(JSON.parse(events.at(-2) ?? '')).toMatchObject({ choices: [{ delta: {}, finish_reason: reason }] });
    expect(events.at(-1)).toBe('[DONE]');
  });

  it('length: ends the tutorial’s dialect with [DONE] alone', async () => {
    const { text } = await play('length@2', tutorial);

    expect(eventsOf(text)).toEqual(['{"content":"1"}', '{"content":","}', '[DONE]']);
  });

  it.each([
    [
      'error-event@3',
      { error: { message: expect.any(String), type: 'server_error', code: 'internal_error', param: null } },
    ],
    ['error-event-string@3', { error: expect.any(String) }],
    [
      'error-event-named@3',
      { code: 'InternalError', message: expect.any(String), request_id: expect.stringMatching(/^req-/) },
    ],
  ])('%s: ends after N pieces with an error in its shape', async (fault, error) => {
    const { text } = await play(fault);
    const events = eventsOf(text);

    expect(contentOf(text)).toBe('1, 2');
    expect(JSON.parse(events.at(-1) ?? '')).toMatchObject(error);
  });

  it('length: tells our own dialect the reason', async () => {
    const { text } = await play('length@2', { path: '/chat', headers: { 'x-ling-stream': '1' } });

    expect(eventsOf(text).slice(-2)).toEqual(['{"finish_reason":"length"}', '[DONE]']);
  });

  it('error-event-named: names its event', async () => {
    expect((await play('error-event-named')).text).toContain('event: error\n');
  });
});
