import { describe, expect, it } from 'vitest';
import { contentOf, eventsOf, play } from '../../test/play.ts';

const good = await play(undefined);
const chinese = { content: '请写一首关于春天的诗' };

describe('CUT_FAULTS', () => {
  it('cut-in-character: ends with the first byte of a character', async () => {
    const { chunks, error } = await play('cut-in-character', chinese);

    expect(chunks.at(-1)?.at(-1)).toBeGreaterThanOrEqual(0xc0);
    expect(error).toBeUndefined();
  });

  it('cut-in-character: gives a plain answer a character to cut', async () => {
    const { text, chunks } = await play('cut-in-character');

    expect(chunks.at(-1)?.at(-1)).toBeGreaterThanOrEqual(0x80);
    expect(contentOf(good.text).startsWith(contentOf(text))).toBe(true);
    expect(contentOf(text).length).toBeLessThan(contentOf(good.text).length);
    expect(text.endsWith('\ufffd')).toBe(true);
  });

  it.each(['cut-in-character', 'cut-in-event'])(
    '%s: begins its last event in the dialect of the others',
    async (name) => {
      const { text } = await play(name, { path: '/chat' });

      expect(text.split('\n\n').at(-1)).toMatch(/^data: \{"content":"\ufffd?$/);
    },
  );

  it('cut-in-event: ends inside the event after N pieces', async () => {
    const { text } = await play('cut-in-event@3');

    expect(contentOf(text)).toBe('1, 2');
    expect(text).toMatch(/"content":"$/);
  });

  it('cut-between-events: ends after N whole events', async () => {
    const { text } = await play('cut-between-events@3');

    expect(contentOf(text)).toBe('1, 2');
    expect(text).toMatch(/\n\n$/);
    expect(text).not.toMatch(/\[DONE\]|"finish_reason":"/);
  });

  it('cut-before-done: leaves out [DONE] and nothing else', async () => {
    expect((await play('cut-before-done')).text).toBe(good.text.replace('data: [DONE]\n\n', ''));
  });

  it('cut-blank-line: leaves out the last line end', async () => {
    expect((await play('cut-blank-line')).text).toBe(good.text.trimEnd());
  });

  it('split-character: cuts characters in two and loses none', async () => {
    const whole = await play(undefined, chinese);
    const { text, chunks } = await play('split-character', chinese);

    expect(text).toBe(whole.text);
    expect(chunks.some((chunk) => (chunk.at(-1) ?? 0) >= 0xc0)).toBe(true);
    expect(eventsOf(text)).toEqual(eventsOf(whole.text));
  });
});
