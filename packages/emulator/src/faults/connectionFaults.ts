import { encodeReply, type Reply } from '../engine/reply.ts';
import type { Bytes, Step } from '../engine/step.ts';
import { concatBytes } from './concatBytes.ts';
import type { Fault } from './fault.ts';
import { takeBytes } from './takeBytes.ts';

/** What happens to the connection itself. */
export const CONNECTION_FAULTS: readonly Fault[] = [
  {
    name: 'refused',
    summary: 'Breaks the connection before any byte of a reply.',
    *play() {
      yield { kind: 'reset' };
    },
  },
  {
    name: 'reset',
    summary: 'Resets the connection after N bytes of the body.',
    value: 120,
    *play({ reply, value }) {
      yield* takeBytes(encodeReply(reply), value);
      yield { kind: 'reset' };
    },
  },
  {
    name: 'cut',
    summary: 'Ends the reply after N bytes of the body, as if that were all.',
    value: 120,
    *play({ reply, value }) {
      yield* takeBytes(encodeReply(reply), value);
      yield { kind: 'end' };
    },
  },
  {
    name: 'http10',
    summary: 'Replies in HTTP/1.0: no length and no chunks, the closed connection is the end.',
    *play({ reply }) {
      yield* encodeReply({ ...reply, head: { ...reply.head, untilClose: true } });
    },
  },
  {
    name: 'http10-cut',
    summary: 'Replies in HTTP/1.0 and closes after N bytes, which looks like a good end.',
    value: 120,
    *play({ reply, value }) {
      yield* takeBytes(encodeReply({ ...reply, head: { ...reply.head, untilClose: true } }), value);
      yield { kind: 'end' };
    },
  },
  {
    name: 'gzip',
    summary: 'Compresses the reply and holds it back until it is whole, as careless middleware does.',
    play: ({ reply }) => {
      const headers = { ...reply.head.headers, 'content-encoding': 'gzip' };
      return holdBack({ ...reply, head: { ...reply.head, headers } }, 'gzip');
    },
  },
  {
    name: 'buffered',
    summary: 'Holds the whole reply back and sends it at once, as a buffering proxy does.',
    play: ({ reply }) => holdBack(reply, 'write'),
  },
  {
    name: 'drip',
    summary: 'Sends one byte at a time, N milliseconds apart.',
    value: 5,
    *play({ reply, value }) {
      for (const step of encodeReply(reply)) {
        if (step.kind !== 'write') {
          yield step;
          continue;
        }
        for (let place = 0; place < step.bytes.length; place += 1) {
          yield { kind: 'wait', ms: value, tokens: 0 };
          yield { kind: 'write', bytes: step.bytes.slice(place, place + 1) };
        }
      }
    },
  },
];

/** Sends the head at once and the body, in one piece, when all of it is there. */
function* holdBack(reply: Reply, kind: 'write' | 'gzip'): Generator<Step> {
  const parts: Bytes[] = [];
  yield { kind: 'head', head: reply.head };
  for (const step of encodeReply(reply)) {
    if (step.kind === 'wait') yield step;
    if (step.kind === 'write') parts.push(step.bytes);
  }
  yield { kind, bytes: concatBytes(parts) };
  yield { kind: 'end' };
}
