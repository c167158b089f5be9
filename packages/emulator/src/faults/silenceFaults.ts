import { encodeFrames, encodeReply } from '../engine/reply.ts';
import type { Fault } from './fault.ts';
import { takeContent } from './takeContent.ts';

/** Servers that say nothing for too long. Those without a value stay silent until the client leaves. */
export const SILENCE_FAULTS: readonly Fault[] = [
  {
    name: 'silence-before-headers',
    summary: 'Takes the request and never answers.',
    *play() {
      yield { kind: 'silence' };
    },
  },
  {
    name: 'silence-before-first-token',
    summary: 'Sends the headers and then nothing.',
    *play({ reply }) {
      yield { kind: 'head', head: reply.head };
      yield { kind: 'silence' };
    },
  },
  {
    name: 'silence-midway',
    streamOnly: true,
    summary: 'Stops talking after N pieces of content and keeps the connection open.',
    value: 8,
    *play({ reply, value }) {
      yield { kind: 'head', head: reply.head };
      yield* encodeFrames(takeContent(reply.frames, value));
      yield { kind: 'silence' };
    },
  },
  {
    name: 'silence-after-done',
    summary: 'Sends everything and keeps the connection open.',
    *play({ reply }) {
      for (const step of encodeReply(reply)) yield step.kind === 'end' ? { kind: 'silence' } : step;
    },
  },
  {
    name: 'late-headers',
    summary: 'Answers N milliseconds late.',
    value: 5000,
    *play({ reply, value }) {
      yield { kind: 'wait', ms: value, tokens: 0 };
      yield* encodeReply(reply);
    },
  },
  {
    name: 'late-first-token',
    summary: 'Sends the headers at once and the rest N milliseconds late.',
    value: 10_000,
    *play({ reply, value }) {
      for (const step of encodeReply(reply)) {
        yield step;
        if (step.kind === 'head') yield { kind: 'wait', ms: value, tokens: 0 };
      }
    },
  },
  {
    name: 'stall',
    streamOnly: true,
    summary: 'Pauses for N milliseconds in the middle and goes on.',
    value: 15_000,
    *play({ reply, value }) {
      let writes = 0;
      for (const step of encodeReply(reply)) {
        yield step;
        if (step.kind !== 'write') continue;
        writes += 1;
        if (writes === STALL_AFTER) yield { kind: 'wait', ms: value, tokens: 0 };
      }
    },
  },
];

const STALL_AFTER = 8;
