import { describe, expect, it } from 'vitest';
import { contentOf, eventsOf, play } from '../../test/play.ts';

const good = await play(undefined);
const goodEvents = eventsOf(good.text);

describe('CONTENT_FAULTS', () => {
  it.each([100_000, 65_536, 300])('giant-event: sends one whole event of %i bytes', async (size) => {
    const { text } = await play(`giant-event@${size}`);
    const longest = Math.max(...text.split('\n\n').map(({ length }) => length + 2));

    expect(longest).toBe(size);
    expect(contentOf(text).replace(/^x+/, '')).toBe(contentOf(good.text));
  });

  it('endless: repeats the answer for as long as it is read', async () => {
    const { text } = await play('endless', { content: 'echo: again ', chunks: 500 });

    expect(contentOf(text)).toMatch(/^(?:again){400,}$/);
    expect(text).not.toContain('[DONE]');
  });

  it('garbage-json: puts one broken event among the good ones', async () => {
    const events = eventsOf((await play('garbage-json@2')).text);
    const broken = events.filter((data) => !goodEvents.includes(data));

    expect(broken).toHaveLength(1);
    expect(() => JSON.parse(broken[0] ?? '')).toThrow(SyntaxError);
    expect(events.indexOf(broken[0] ?? '')).toBe(3);
  });

  it('not-an-object: puts JSON that is no object among the good events', async () => {
    const events = eventsOf((await play('not-an-object')).text);

    expect(events.filter((data) => !goodEvents.includes(data))).toEqual(['null', '42', '"text"', '[]']);
  });

  it('empty-chunks: puts an empty piece before every piece', async () => {
    const { text } = await play('empty-chunks');
    const empty = text.match(/"delta":\{"content":""\}/g)?.length;

    expect(empty).toBe(good.text.match(/"delta":\{"content":"/g)?.length);
    expect(contentOf(text)).toBe(contentOf(good.text));
  });

  it('empty-choices: puts a chunk without choices first', async () => {
    expect(eventsOf((await play('empty-choices')).text)[0]).toContain('"choices":[]');
  });

  it('null-fields: fills deltas with nulls and keeps the text', async () => {
    const { text } = await play('null-fields');

    expect(text).toContain('"delta":{"function_call":null,');
    expect(contentOf(text)).toBe(contentOf(good.text));
  });
});
