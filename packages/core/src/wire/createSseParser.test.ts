import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LingError } from '../LingError.ts';
import { createSseParser, type SseEvent } from './createSseParser.ts';

describe('createSseParser', () => {
  it.each([
    ['a line feed', 'data: a\n\n'],
    ['a carriage return', 'data: a\r\r'],
    ['both', 'data: a\r\n\r\n'],
    ['a mixture', 'data: a\r\n\n'],
    ['another mixture', 'data: a\n\r'],
  ])('ends lines at %s', (_name, text) => {
    expect(dataOf(text)).toEqual(['a']);
  });

  it.each([
    ['one space after the colon only', 'data:  a \n\n', [' a ']],
    ['no space after the colon', 'data:a\n\n', ['a']],
    ['a tab after the colon as data', 'data:\ta\n\n', ['\ta']],
    ['further colons as data', 'data: a:b: c\n\n', ['a:b: c']],
    ['several data lines as one', 'data: a\ndata:\ndata: b\n\n', ['a\n\nb']],
    ['a field without a colon as empty', 'data\n\n', ['']],
    ['two fields without a colon as a line end', 'data\ndata\n\n', ['\n']],
    ['nothing but data', 'DATA: x\n data: y\ndatas: z\nfoo\ndata: a\n\n', ['a']],
    ['comments as nothing', ': hello\n:\ndata: a\n: b\n\n', ['a']],
    ['blank lines as nothing', '\n\n\ndata: a\n\n\n\ndata: b\n\n', ['a', 'b']],
    ['one byte order mark as nothing', '\uFEFFdata: a\n\n', ['a']],
    ['a second byte order mark as part of a name', '\uFEFF\uFEFFdata: a\n\ndata: b\n\n', ['b']],
    ['a later byte order mark as part of a name', 'data: a\n\n\uFEFFdata: b\n\n', ['a']],
    ['odd line separators as data', 'data: a\u2028b\u2029c\u0085d\ve\ff\n\n', ['a\u2028b\u2029c\u0085d\ve\ff']],
    ['an unfinished block as nothing', 'data: a\n\ndata: b\n', ['a']],
  ])('reads %s', (_name, text, expected) => {
    expect(dataOf(text)).toEqual(expected);
    expect(dataOf(...text.split(''))).toEqual(expected);
  });

  it('swallows the rest of a cut CRLF once', () => {
    expect(dataOf('data: a\r', '\n', '\n', 'data: b\n\n')).toEqual(['a', 'b']);
    expect(dataOf('data: a\r', '\ndata: b\r', '\n\r', '\n')).toEqual(['a\nb']);
  });

  it('ends a line at a carriage return at once, without waiting for what follows', () => {
    expect(dataOf('data: a\r\r')).toEqual(['a']);
    expect(dataOf('data: a\r', '\r', 'data: b\r', '\r')).toEqual(['a', 'b']);
  });

  it('names an event after its own field only', () => {
    const events = read('event: a\ndata: 1\n\ndata: 2\n\nevent: lost\n\ndata: 3\n\nevent\ndata: 4\n\n');

    expect(events.map(({ event }) => event)).toEqual(['a', 'message', 'message', 'message']);
  });

  it('remembers ids, commits them at blank lines and says who brought them', () => {
    const ids = read('id: 1\ndata: a\n\ndata: b\n\nid: 2\n\ndata: c\n\nid\ndata: d\n\n');

    expect(ids.map(({ id, hasOwnId }) => [id, hasOwnId])).toEqual([
      ['1', true],
      ['1', false],
      ['2', false],
      ['', true],
    ]);
  });

  it('ignores an id with a NUL in it', () => {
    expect(read('id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n').map(({ id }) => id)).toEqual(['1', '1']);
  });

  it('commits no id of a block that did not end', () => {
    const parser = createSseParser({ onEvent() {} });
    parser.feed('id: 1\ndata: a\n\nid: 2\ndata: b\n');
    expect(parser.lastEventId()).toBe('1');
    parser.end();
    expect(parser.lastEventId()).toBe('1');
  });

  it('passes on reconnection delays of digits only, at once', () => {
    const delays: number[] = [];
    const parser = createSseParser({ onEvent() {}, onRetry: (delayMs) => delays.push(delayMs) });
    parser.feed('retry: 10\nretry: 1x\nretry: -1\nretry: ١\nretry\nretry: 020\n');
    expect(delays).toEqual([10, 20]);
  });

  it('passes on comments without their first space', () => {
    const comments: string[] = [];
    const parser = createSseParser({ onEvent() {}, onComment: (text) => comments.push(text) });
    parser.feed(': hb\n:\n:  x\n');
    expect(comments).toEqual(['hb', '', ' x']);
  });

  it.each([
    ['a line that did not end', 'data: a\n\ndata: b', 'b'],
    ['a line that ended', 'data: a\n\ndata: b\n', 'b'],
    ['several lines', 'data: a\ndata: b', 'a\nb'],
    ['the line before a cut field', 'data: a\neve', 'a'],
    ['the line before a cut id', 'data: a\nid: 12', 'a'],
  ])('hands out an unfinished block at the end: %s', (_name, text, data) => {
    const parser = createSseParser({ onEvent() {} });
    parser.feed(text);
    expect(parser.end()?.data).toBe(data);
  });

  it.each(['', 'data: a\n\n', ': hb', 'event: a\n', 'dat'])('hands out nothing at the end of %j', (text) => {
    const parser = createSseParser({ onEvent() {} });
    parser.feed(text);
    expect(parser.end()).toBeNull();
  });

  it.each([
    ['in one line', 'data: 12345\n\n'],
    ['in an unfinished line', 'data: 12345'],
    ['in several lines', 'data:1\ndata:2\n\n'],
    ['cut into pieces', ...'data: 12345'.split('')],
  ])('refuses an event over the limit %s', (_name, ...chunks) => {
    const parser = createSseParser({ onEvent() {}, maxEventChars: 10 });
    const feed = (): void => chunks.forEach(parser.feed);
    expect(feed).toThrow(expect.toSatisfy((error) => LingError.is(error) && error.code === 'protocol'));
  });

  it('counts each event by itself, and no heartbeats', () => {
    const parser = createSseParser({ onEvent() {}, maxEventChars: 10 });
    for (let round = 0; round < 5; round += 1) parser.feed(': hb\n: hb\ndata: 1234\n\n');
    expect(parser.end()).toBeNull();
  });

  it('reads the same events however the text is cut', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', ':', '春', '😀', '\uFEFF') });
    const field = fc.tuple(fc.constantFrom('data', 'data', 'data', 'id', 'event', 'retry', '', 'x'), line);
    const lineEnd = fc.constantFrom('\n', '\r', '\r\n');
    const block = fc.array(fc.tuple(field, lineEnd), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(block, lineEnd)), fc.array(fc.nat()), (blocks, places) => {
        const text = blocks
          .map(([fields, end]) => fields.map(([[name, value], each]) => `${name}:${value}${each}`).join('') + end)
          .join('');
        expect(read(...cut(text, places))).toEqual(read(text));
      }),
      { numRuns: 500 },
    );
  });

  it('reads what was written', () => {
    const line = fc.string({ unit: fc.constantFrom('a', ' ', ':', '春', '😀') });
    fc.assert(
      fc.property(fc.array(fc.array(line, { minLength: 1 })), fc.constantFrom('\n', '\r', '\r\n'), (events, end) => {
        const text = events.map((lines) => [...lines.map((each) => `data: ${each}`), '', ''].join(end)).join('');
        expect(dataOf(text)).toEqual(events.map((lines) => lines.join('\n')));
      }),
    );
  });
});

function read(...chunks: readonly string[]): SseEvent[] {
  const events: SseEvent[] = [];
  const parser = createSseParser({ onEvent: (event) => events.push(event) });
  chunks.forEach(parser.feed);
  return events;
}

function dataOf(...chunks: readonly string[]): string[] {
  return read(...chunks).map(({ data }) => data);
}

function cut(text: string, places: readonly number[]): string[] {
  const sorted = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...sorted].map((place, index) => text.slice(place, sorted[index] ?? text.length));
}
