import { encodeReply, encodeFrames } from '../engine/reply.ts';
import { instantFrame } from '../wire/frame.ts';
import { changeFrames } from './changeFrames.ts';
import type { Fault } from './fault.ts';
import { splitAt } from './splitAt.ts';
import { takeContent } from './takeContent.ts';

const EVENT_START = 'data: {"choices":[{"index":0,"delta":{"content":"';

/** Replies that end too soon, each at its own bad place. The connection ends well. */
export const CUT_FAULTS: readonly Fault[] = [
  {
    name: 'cut-in-character',
    summary: 'Ends inside the bytes of a character that takes several.',
    *play({ reply }) {
      yield { kind: 'head', head: reply.head };
      for (const step of encodeFrames(takeContent(reply.frames, Infinity))) {
        const place = step.kind === 'write' ? step.bytes.findIndex((byte) => byte >= 0xc0) : -1;
        if (step.kind !== 'write' || place < 0) {
          yield step;
          continue;
        }
        yield { kind: 'write', bytes: step.bytes.slice(0, place + 1) };
        return yield { kind: 'end' };
      }
      // The answer had none, so it is given one.
      yield { kind: 'write', bytes: new TextEncoder().encode(`${EVENT_START}春`).slice(0, -1) };
      yield { kind: 'end' };
    },
  },
  {
    name: 'cut-in-event',
    summary: 'Ends inside the event after N pieces of content.',
    value: 3,
    play: changeFrames(function* (frames, { value }) {
      yield* takeContent(frames, value);
      yield instantFrame('other', EVENT_START);
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
    summary: 'Sends every character that takes several bytes in two pieces; nothing is lost.',
    *play({ reply }) {
      for (const step of encodeReply(reply)) yield* step.kind === 'write' ? splitAt(step.bytes, isLead) : [step];
    },
  },
];

const isLead = (byte: number) => byte >= 0xc0;
