import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseParser } from '../src/wire/createSseParser.ts';

/** What a reader made of some chunks: events and delays, in order. */
type Reading = readonly unknown[];

const LINES =
  'data|data: a|data:b|data:  c|data: :|data: 春😀|id: 1|id|id:2|id: \0|event: e|event|event:|: c|:|retry: 5|retry: x|retry|foo|foo: a| data: y|DATA: z|\uFEFFdata: x|data: \u2028|||||||';

describe('the parser', () => {
  it('reads what eventsource-parser reads, in whatever chunks', () => {
    const line = fc.tuple(fc.constantFrom(...LINES.split('|')), fc.constantFrom('\n', '\r', '\r\n'));
    const stream = fc.tuple(fc.constantFrom('', '\uFEFF'), fc.array(line, { maxLength: 12 }));
    fc.assert(
      fc.property(stream, fc.array(fc.nat()), ([mark, lines], places) => {
        const text = mark + lines.map(([field, end]) => field + end).join('');
        const chunks = cut(text, places);
        expect(read(chunks)).toEqual(readAsOracle(chunks));
      }),
      { numRuns: 3_000 },
    );
  });

  // Where the two differ, and why ours is right: an id is committed by every blank line, also by one without data.
  it('differs from it in one point: an id outlives its block, data or not', () => {
    const text = 'id: 7\n\ndata: a\n\n';
    const ids: unknown[] = [];
    const theirs = createParser({ onEvent: ({ id }) => ids.push(id) });
    const ours = createSseParser({ onEvent: ({ id }) => ids.push(id) });
    theirs.feed(text);
    ours.feed(text);

    expect(ids).toEqual([undefined, '7']);
  });
});

function read(chunks: readonly string[]): Reading {
  const reading: unknown[] = [];
  const parser = createSseParser({
    onEvent: ({ event, data, id, hasOwnId }) => reading.push({ event, data, id: hasOwnId ? id : undefined }),
    onRetry: (delayMs) => reading.push(delayMs),
    onComment: (text) => reading.push(`: ${text}`),
  });
  chunks.forEach(parser.feed);
  return reading;
}

function readAsOracle(chunks: readonly string[]): Reading {
  const reading: unknown[] = [];
  const parser = createParser({
    onEvent: ({ event = 'message', data, id }) => reading.push({ event, data, id }),
    onRetry: (delayMs) => reading.push(delayMs),
    onComment: (text) => reading.push(`: ${text}`),
  });
  for (const chunk of chunks) parser.feed(chunk);
  return reading;
}

function cut(text: string, places: readonly number[]): string[] {
  const sorted = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...sorted].map((place, index) => text.slice(place, sorted[index] ?? text.length));
}
