import { describe, expect, it } from 'vitest';
import { play } from '../../test/play.ts';

const good = await play(undefined);
const bytesOf = (chunks: readonly Uint8Array[]) => chunks.reduce((sum, { length }) => sum + length, 0);

describe('CONNECTION_FAULTS', () => {
  it('refused: fails before any byte', async () => {
    expect(await play('refused')).toMatchObject({ status: undefined, error: expect.any(TypeError) });
  });

  it('reset: fails after exactly N bytes', async () => {
    const { text, chunks, error } = await play('reset@300');

    expect(bytesOf(chunks)).toBe(300);
    expect(good.text.startsWith(text)).toBe(true);
    expect(error).toBeInstanceOf(TypeError);
  });

  it('reset: sends the head even when N is 0', async () => {
    expect(await play('reset@0')).toMatchObject({ status: 200, text: '', error: expect.any(TypeError) });
  });

  it('reset: breaks a JSON reply too', async () => {
    const { chunks, error } = await play('reset@10', { body: { stream: false } });

    expect(bytesOf(chunks)).toBe(10);
    expect(error).toBeInstanceOf(TypeError);
  });

  it('cut: ends well after exactly N bytes', async () => {
    const { text, error } = await play('cut@300');

    expect(text).toBe(good.text.slice(0, 300));
    expect(error).toBeUndefined();
  });

  it('http10: loses nothing', async () => {
    expect((await play('http10')).text).toBe(good.text);
  });

  it('http10-cut: ends after N bytes', async () => {
    expect(await play('http10-cut@77')).toMatchObject({ text: good.text.slice(0, 77), error: undefined });
  });

  it('gzip: says so, and a client gets the same text', async () => {
    const seen = await play('gzip');

    expect(seen.headers.get('content-encoding')).toBe('gzip');
    expect(seen.text).toBe(good.text);
  });

  it('buffered: sends all of it in one piece', async () => {
    const { chunks, text } = await play('buffered');

    expect(chunks).toHaveLength(1);
    expect(text).toBe(good.text);
  });

  it('drip: sends every byte alone, N milliseconds apart', async () => {
    const { chunks, text, delays } = await play('drip@9', { content: 'count to 3' });

    expect(new Set(chunks.map(({ length }) => length))).toEqual(new Set([1]));
    expect(new Set(delays)).toEqual(new Set([9]));
    expect(text).toContain('[DONE]');
  });
});
