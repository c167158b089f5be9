import { describe, expect, it } from 'vitest';
import { createEmulatorFetch } from '../createEmulatorFetch.ts';
import type { EmulatorOptions } from '../options.ts';
import { createVirtualClock } from '../timing/createVirtualClock.ts';
import { readRecording } from './readRecording.ts';
import { recordFetch } from './recordFetch.ts';

const POEM = { model: 'Ling-1T', stream: true, messages: [{ role: 'user', content: '请写一首关于春天的诗' }] };
const URL = 'http://x/v1/chat/completions';

describe('recordFetch', () => {
  it('passes the reply through and writes it down with its times', async () => {
    const { fetch, lines } = record({ ttftMs: 100, tokensPerSecond: 100, jitter: 0 });

    const text = await (await fetch(URL, { method: 'POST', body: JSON.stringify(POEM) })).text();

    const [exchange] = readRecording(lines.join(''));
    expect(exchange?.data.map((line) => line.text).join('')).toBe(text);
    // Role, then a token each 10 ms after the first, then finish and [DONE] with the last.
    expect(exchange?.data.map(({ ms }) => ms).slice(0, 4)).toEqual([0, 100, 110, 120]);
    expect(exchange?.head).toMatchObject({ ms: 0, status: 200 });
    expect(exchange?.end).toMatchObject({ outcome: 'finished' });
  });

  it('writes no key, wherever it stands', async () => {
    const { fetch, lines } = record();
    const headers = { authorization: 'Bearer sk-verysecret123', 'x-api-key': 'topsecret', cookie: 'a=topsecret' };
    const body = JSON.stringify({ ...POEM, messages: [{ role: 'user', content: 'echo: my key is sk-verysecret123' }] });

    await (await fetch(`${URL}?api_key=topsecret&x=1`, { method: 'POST', headers, body })).text();

    expect(lines.join('')).not.toMatch(/verysecret|topsecret/);
    expect(readRecording(lines.join(''))[0]?.request.url).toBe(`${URL}?api_key=redacted&x=1`);
  });

  it('keeps bytes that are cut inside a character', async () => {
    const { fetch, lines } = record({ fault: 'split-character' });

    const text = await (await fetch(URL, { method: 'POST', body: JSON.stringify(POEM) })).text();

    const replay = createEmulatorFetch({ replay: lines.join(''), replaySpeed: Infinity });
    expect(await (await replay(URL, { method: 'POST', body: JSON.stringify(POEM) })).text()).toBe(text);
    expect(lines.some((line) => line.includes('"base64"'))).toBe(true);
  });

  it('tells how a reply broke', async () => {
    const { fetch, lines } = record({ fault: 'reset@50' });
    const reply = await fetch(URL, { method: 'POST', body: JSON.stringify(POEM) });

    await expect(reply.text()).rejects.toThrow('network error');
    expect(readRecording(lines.join(''))[0]?.end).toMatchObject({
      outcome: 'error',
      error: 'TypeError: network error',
    });
  });

  it('tells that a connection was refused', async () => {
    const { fetch, lines } = record({ fault: 'refused' });

    await expect(fetch(URL)).rejects.toThrow('network error');
    expect(readRecording(lines.join(''))[0]).toMatchObject({ head: undefined, end: { outcome: 'error' } });
  });

  it('tells that its reader left, and lets the other side know', async () => {
    const { fetch, lines, requests } = record();
    const reply = await fetch(URL, { method: 'POST', body: JSON.stringify(POEM) });

    await reply.body?.cancel();

    expect(readRecording(lines.join(''))[0]?.end).toMatchObject({ outcome: 'client left' });
    expect(requests()).toMatchObject([{ outcome: 'client left' }]);
  });

  it('tells exchanges apart that run at the same time', async () => {
    const { fetch, lines } = record();
    const replies = await Promise.all([1, 2].map(() => fetch(URL, { method: 'POST', body: JSON.stringify(POEM) })));

    const texts = await Promise.all(replies.map((reply) => reply.text()));

    expect(readRecording(lines.join('')).map(({ data }) => data.map(({ text }) => text).join(''))).toEqual(texts);
  });
});

function record(options: EmulatorOptions = { tokensPerSecond: Infinity }) {
  const clock = createVirtualClock();
  const lines: string[] = [];
  const model = createEmulatorFetch({ tokensPerSecond: Infinity, ...options, clock });
  const fetch = recordFetch(model, { onLine: (line) => lines.push(line), now: clock.now });
  return { fetch, lines, requests: model.requests };
}
