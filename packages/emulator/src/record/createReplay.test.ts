import { describe, expect, it } from 'vitest';
import { createEmulatorFetch } from '../createEmulatorFetch.ts';
import { createVirtualClock } from '../timing/createVirtualClock.ts';
import { readRecording } from './readRecording.ts';

const ask = (content: string) =>
  JSON.stringify({ model: 'gpt-x', stream: true, messages: [{ role: 'user', content }] });
const EVENT = 'data: {"choices":[{"index":0,"delta":{"content":"hi"}}]}\n\n';
const exchange = (id: number, content: string, text: string, end: object = { outcome: 'finished' }) => [
  {
    type: 'request',
    id,
    at: 0,
    method: 'POST',
    url: 'https://api.example.com/v1/chat/completions',
    headers: {},
    body: ask(content),
  },
  {
    type: 'head',
    id,
    ms: 400,
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' },
  },
  { type: 'data', id, ms: 500, text },
  { type: 'data', id, ms: 700, text: 'data: [DONE]\n\n' },
  { type: 'end', id, ms: 700, ...end },
];
const linesOf = (...lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const TWO = linesOf(...exchange(1, 'one', `${EVENT}: 1\n\n`), ...exchange(2, 'two', `${EVENT}: 2\n\n`));

describe('createReplay', () => {
  it('answers a question with what was recorded for it, at any address and with any model', async () => {
    const { answer } = replay(TWO);

    expect(await answer('two')).toContain(': 2');
    expect(await answer('one')).toContain(': 1');
  });

  it('plays the recordings in turn for questions that were never asked', async () => {
    const { answer } = replay(TWO);

    expect([await answer('x'), await answer('x'), await answer('y')].map((text) => text.match(/: (\d)/)?.[1])).toEqual([
      '1',
      '2',
      '1',
    ]);
  });

  it.each([
    [1, [400, 100, 200]],
    [2, [200, 50, 100]],
    [Number.POSITIVE_INFINITY, []],
  ])('plays at %d times the recorded speed', async (speed, delays) => {
    const { answer, clock } = replay(TWO, speed);

    await answer('one');

    expect(clock.delays).toEqual(delays);
  });

  it('counts events as tokens, and leaves out headers of the recorded connection', async () => {
    const { fetch } = replay(TWO);
    const reply = await fetch('/v1/chat/completions', { method: 'POST', body: ask('one') });
    await reply.text();

    expect(reply.headers.get('content-type')).toBe('text/event-stream');
    expect(reply.headers.get('content-encoding')).toBeNull();
    expect(fetch.requests()).toMatchObject([{ tokens: 1, model: 'gpt-x', question: 'one', status: 200 }]);
  });

  it.each([{ outcome: 'error' }, { outcome: 'client left' }])('breaks where the recording broke: %j', async (end) => {
    const { answer } = replay(linesOf(...exchange(1, 'one', EVENT, end)));

    await expect(answer('one')).rejects.toThrow('network error');
  });

  it('answers by itself what was recorded for no path', async () => {
    const { fetch } = replay(TWO);

    expect(await (await fetch('/v1/models')).json()).toMatchObject({ object: 'list' });
  });

  it('refuses a speed of nothing', () => {
    expect(() => createEmulatorFetch({ replay: TWO, replaySpeed: 0 })).toThrow('`replaySpeed` is 0');
  });
});

describe('readRecording', () => {
  it('leaves out a last line that was cut', () => {
    expect(readRecording(TWO.slice(0, -20))).toHaveLength(2);
  });

  it('names a line that is broken', () => {
    expect(() => readRecording(`${TWO}nonsense\n${TWO}`)).toThrow('Line 11 of the recording is not a JSON object.');
    expect(() => readRecording('{"type":"song","id":1}\n')).toThrow('Line 1 of the recording has no known type.');
  });
});

function replay(recording: string, replaySpeed = 1) {
  const clock = createVirtualClock();
  const fetch = createEmulatorFetch({ replay: recording, replaySpeed, clock });
  const answer = async (content: string) =>
    (await fetch('/v1/chat/completions', { method: 'POST', body: ask(content) })).text();
  return { fetch, answer, clock };
}
