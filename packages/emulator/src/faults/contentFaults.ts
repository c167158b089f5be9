import { instantFrame, sseEvent, type Frame } from '../wire/frame.ts';
import { changeFrames } from './changeFrames.ts';
import type { Fault } from './fault.ts';
import { takeContent } from './takeContent.ts';

const CONTENT = '"content":"';
const FILLER = 'x'.repeat(65_536);
const KEPT = 200;

/** Streams whose events are not what they should be. */
export const CONTENT_FAULTS: readonly Fault[] = [
  {
    name: 'giant-event',
    summary: 'Sends one event of N bytes.',
    value: 20_971_520,
    play: changeFrames(function* (frames, { value }) {
      let grown = false;
      for (const frame of frames) {
        if (frame.kind !== 'content' || grown) yield frame;
        else yield* grow(frame, value);
        grown ||= frame.kind === 'content';
      }
    }),
  },
  {
    name: 'endless',
    summary: 'Goes on for ever, repeating the answer.',
    play: changeFrames(function* (frames) {
      const kept: Frame[] = [];
      for (const frame of takeContent(frames, KEPT)) {
        yield frame;
        if (frame.kind === 'content') kept.push(frame);
      }
      while (kept.length > 0) yield* kept;
    }),
  },
  {
    name: 'garbage-json',
    summary: 'Puts an event that is not JSON after N pieces of content, and goes on.',
    value: 3,
    play: changeFrames(insertAfter('data: {"choices":[{"index":0,"delta":{"content":"\n\n')),
  },
  {
    name: 'not-an-object',
    summary: 'Puts events that are JSON but no objects after N pieces of content, and goes on.',
    value: 3,
    play: changeFrames(insertAfter('data: null\n\ndata: 42\n\ndata: "text"\n\ndata: []\n\n')),
  },
  {
    name: 'empty-chunks',
    summary: 'Puts a chunk with empty content before every piece of content, as Ant Ling says may happen.',
    play: changeFrames(function* (frames) {
      for (const frame of frames) {
        if (frame.kind === 'content') {
          yield instantFrame('other', frame.text.replace(/"content":"(?:[^"\\]|\\.)*"/, '"content":""'));
        }
        yield frame;
      }
    }),
  },
  {
    name: 'empty-choices',
    summary: 'Puts a chunk without choices first, as Azure does.',
    play: changeFrames(function* (frames) {
      yield instantFrame('other', sseEvent(JSON.stringify({ object: 'chat.completion.chunk', choices: [] })));
      yield* frames;
    }),
  },
  {
    name: 'null-fields',
    summary: 'Fills every delta with null fields, as DashScope does.',
    play: changeFrames(function* (frames) {
      for (const frame of frames) {
        const nulls = '"function_call":null,"refusal":null,"tool_calls":null,"audio":null,';
        const fits = frame.kind === 'content' && frame.text.includes('"delta":{');
        yield fits ? { ...frame, text: frame.text.replace('"delta":{', `"delta":{${nulls}`) } : frame;
      }
    }),
  },
];

function insertAfter(text: string) {
  return function* (frames: Iterable<Frame>, { value }: { readonly value: number }): Generator<Frame> {
    let seen = 0;
    for (const frame of frames) {
      yield frame;
      if (frame.kind !== 'content') continue;
      seen += 1;
      if (seen === value) yield instantFrame('other', text);
    }
  };
}

/** The same event with filler in its content, in pieces so that it is never held whole. */
function* grow(frame: Frame, size: number): Generator<Frame> {
  const place = frame.text.indexOf(CONTENT) + CONTENT.length;
  const text = frame.text.slice(place);
  yield { ...frame, text: frame.text.slice(0, place) };
  for (let left = size - frame.text.length; left > 0; left -= FILLER.length) {
    yield instantFrame('other', FILLER.slice(0, left));
  }
  yield instantFrame('other', text);
}
