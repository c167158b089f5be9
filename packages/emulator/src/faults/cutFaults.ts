import { encodeReply, encodeFrames } from '../engine/reply.ts';
import { type Frame, instantFrame } from '../wire/frame.ts';
import { changeFrames } from './changeFrames.ts';
import type { Fault } from './fault.ts';
import { splitAt } from './splitAt.ts';
import { takeContent } from './takeContent.ts';

/** Replies that end too soon, each at its own bad place. The connection ends well. */
export const CUT_FAULTS: readonly Fault[] = [
  {
    name: 'cut-in-character',
    summary: 'Ends inside the bytes of a character that takes several.',
    *play({ reply }) {
      yield { kind: 'head', head: reply.head };
      let opening = openEvent(undefined);
      const noted = noteContent(takeContent(reply.frames, ENOUGH), (text) => (opening = text));
      for (const step of encodeFrames(noted)) {
        const place = step.kind === 'write' ? step.bytes.findIndex((byte) => byte >= 0xc0) : -1;
        if (step.kind !== 'write' || place < 0) {
          yield step;
          continue;
        }
        yield { kind: 'write', bytes: step.bytes.slice(0, place + 1) };
        return yield { kind: 'end' };
      }
      // So far the answer had none, so it is given one.
      yield { kind: 'write', bytes: new TextEncoder().encode(`${opening}春`).slice(0, -1) };
      yield { kind: 'end' };
    },
  },
  {
    name: 'cut-in-event',
    summary: 'Ends inside the event after N pieces of content.',
    value: 3,
    play: changeFrames(function* (frames, { value }) {
      let opening = openEvent(undefined);
      yield* noteContent(takeContent(frames, value), (text) => (opening = text));
      yield instantFrame('other', opening);
    }),
  },
  {
    name: 'cut-between-events',
    summary: 'Ends after N pieces of content, with neither a finish_reason nor [DONE].',
    value: 3,
    play: changeFrames((frames, { value }) => takeContent(frames, value)),
  },
  {
    name: 'cut-before-done',
    summary: 'Sends everything but [DONE]: a good end for a client that reads finish_reason.',
    play: changeFrames(function* (frames) {
      for (const frame of frames) if (frame.kind !== 'done') yield frame;
    }),
  },
  {
    name: 'cut-blank-line',
    summary: 'Leaves out the blank line after [DONE].',
    play: changeFrames(function* (frames) {
      for (const frame of frames) yield frame.kind === 'done' ? { ...frame, text: frame.text.trimEnd() } : frame;
    }),
  },
  {
    name: 'split-character',
    anyReply: true,
    summary: 'Sends every character that takes several bytes in two pieces; nothing is lost.',
    *play({ reply }) {
      for (const step of encodeReply(reply)) yield* step.kind === 'write' ? splitAt(step.bytes, isLead) : [step];
    },
  },
];

/** Where an answer of plain ASCII is cut: late enough to have begun, early enough not to have ended. */
const ENOUGH = 8;

const CONTENT = '"content":"';

/** Tells of each piece of content how its event begins. */
function* noteContent(frames: Iterable<Frame>, note: (opening: string) => void): Generator<Frame> {
  for (const frame of frames) {
    if (frame.kind === 'content') note(openEvent(frame.text));
    yield frame;
  }
}

/** An event up to its content, in the dialect of the one before it. */
function openEvent(before: string | undefined): string {
  const place = before?.lastIndexOf(CONTENT) ?? -1;
  if (before === undefined || place < 0) return `data: {"choices":[{"index":0,"delta":{${CONTENT}`;
  return before.slice(0, place + CONTENT.length);
}

const isLead = (byte: number) => byte >= 0xc0;
