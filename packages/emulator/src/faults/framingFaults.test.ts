import { describe, expect, it } from 'vitest';
import { eventsOf, play } from '../../test/play.ts';

const good = await play(undefined);
const goodEvents = eventsOf(good.text);

describe('FRAMING_FAULTS', () => {
  it.each(['crlf', 'cr', 'split-crlf', 'bom', 'heartbeats', 'no-space', 'extra-fields', 'lumps@100'])(
    '%s: gives a strict reader the same events',
    async (fault) => {
      expect(eventsOf((await play(fault)).text)).toEqual(goodEvents);
    },
  );

  it('crlf: has no bare line feed', async () => {
    expect((await play('crlf')).text).not.toMatch(/(?<!\r)\n/);
  });

  it('cr: has no line feed', async () => {
    expect((await play('cr')).text).not.toContain('\n');
  });

  it('split-crlf: begins pieces with a line feed', async () => {
    const { chunks, text } = await play('split-crlf');

    expect(chunks.filter((chunk) => chunk[0] === 0x0a).length).toBeGreaterThanOrEqual(goodEvents.length);
    expect(text).toContain('\r\n');
  });

  it('bom: begins with a byte order mark', async () => {
    expect((await play('bom')).text).toBe(`\ufeff${good.text}`);
  });

  it('heartbeats: puts a comment before every event', async () => {
    expect((await play('heartbeats')).text.match(/^: heartbeat$/gm)).toHaveLength(goodEvents.length);
  });

  it('comments-only: sends N comments and no event', async () => {
    const { text } = await play('comments-only@4');

    expect(text).toBe(': heartbeat\n\n'.repeat(4));
  });

  it('no-space: has no space after the colon', async () => {
    expect((await play('no-space')).text).not.toContain('data: ');
  });

  it('extra-fields: puts other fields around the data', async () => {
    expect(
      (await play('extra-fields')).text.match(/^event: message\nid: \w+\nretry: 3000\nnote: x\ndata: /gm),
    ).toHaveLength(goodEvents.length);
  });

  it('many-lines: spreads an event over lines and keeps its meaning', async () => {
    const { text } = await play('many-lines');
    const parsed = (events: readonly string[]) => events.slice(0, -1).map((data): unknown => JSON.parse(data));

    expect(text.match(/^data: /gm)?.length).toBeGreaterThan(goodEvents.length * 3);
    expect(parsed(eventsOf(text))).toEqual(parsed(goodEvents));
  });

  it('lumps: sends pieces of N bytes', async () => {
    const { chunks } = await play('lumps@100');

    expect(new Set(chunks.slice(0, -1).map(({ length }) => length))).toEqual(new Set([100]));
  });
});
