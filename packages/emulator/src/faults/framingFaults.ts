import { encodeReply } from '../engine/reply.ts';
import { instantFrame } from '../wire/frame.ts';
import { isJsonObject, parseJson } from '../wire/json.ts';
import { changeFrames, changeText } from './changeFrames.ts';
import type { Fault } from './fault.ts';
import { splitAt } from './splitAt.ts';

const CR = 0x0d;

/** Streams that look odd and are right: a reader of server-sent events must take them all. */
export const FRAMING_FAULTS: readonly Fault[] = [
  { name: 'crlf', summary: 'Ends lines with CR LF.', play: changeText((text) => text.replaceAll('\n', '\r\n')) },
  { name: 'cr', summary: 'Ends lines with CR alone.', play: changeText((text) => text.replaceAll('\n', '\r')) },
  {
    name: 'split-crlf',
    summary: 'Ends lines with CR LF and sends the two in separate pieces.',
    *play(scene) {
      for (const step of changeText((text) => text.replaceAll('\n', '\r\n'))(scene)) {
        yield* step.kind === 'write' ? splitAt(step.bytes, (byte) => byte === CR) : [step];
      }
    },
  },
  {
    name: 'bom',
    summary: 'Begins with a byte order mark.',
    play: changeFrames(function* (frames) {
      yield instantFrame('other', '\ufeff');
      yield* frames;
    }),
  },
  {
    name: 'heartbeats',
    summary: 'Puts a comment before every event, as servers do to keep a connection alive.',
    play: changeText((text) => `: heartbeat\n\n${text}`),
  },
  {
    name: 'comments-only',
    summary: 'Sends N comments and nothing else.',
    value: 20,
    play: changeFrames(function* (_, { value }) {
      for (let sent = 0; sent < value; sent += 1) yield { kind: 'other', ms: 100, tokens: 0, text: ': heartbeat\n\n' };
    }),
  },
  {
    name: 'no-space',
    summary: 'Leaves out the space after `data:`.',
    play: changeText((text) => text.replace(/^data: /gm, 'data:')),
  },
  {
    name: 'extra-fields',
    summary: 'Adds event, id, retry and unknown fields to every event.',
    play: changeText((text, { kind }) => `event: message\nid: ${kind}\nretry: 3000\nnote: x\n${text}`),
  },
  {
    name: 'many-lines',
    summary: 'Spreads the JSON of every event over several data lines.',
    play: changeText((text) => {
      const value = parseJson(text.slice('data: '.length));
      if (!isJsonObject(value)) return text;
      return `${JSON.stringify(value, null, 1).replace(/^/gm, 'data: ')}\n\n`;
    }),
  },
  {
    name: 'lumps',
    anyReply: true,
    range: [1, Infinity],
    summary: 'Sends pieces of N bytes, which begin and end anywhere in an event.',
    value: 1000,
    *play({ reply, value }) {
      let held: number[] = [];
      for (const step of encodeReply(reply)) {
        if (step.kind === 'write') held.push(...step.bytes);
        while (held.length >= value || (step.kind === 'end' && held.length > 0)) {
          yield { kind: 'write', bytes: Uint8Array.from(held.slice(0, value)) };
          held = held.slice(value);
        }
        if (step.kind !== 'write') yield step;
      }
    },
  },
];
