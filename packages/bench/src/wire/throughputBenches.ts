import type { Bench, Entry } from '../bench.ts';
import * as readers from './readers.ts';
import { cutBytes, cutEvents, makeRecording } from './recording.ts';

const MEGABYTES = 5;
const FLOOR = 'floor: TextDecoder, and JSON.parse of ready strings';
const OURS = 'ling-stream: createSseParser + JSON.parse';

const READERS: readonly (readonly [name: string, reader: readers.Reader])[] = [
  [OURS, readers.oursAndJson],
  ['ling-stream: streamChat, all of it', readers.streamChatWhole],
  ['eventsource-parser + JSON.parse', readers.eventsourceParserAndJson],
  ['openai: Stream', readers.openai],
  ['@ant-design/x-sdk: XStream + JSON.parse', readers.xStream],
  ['@ai-sdk/provider-utils: parseJsonEventStream', readers.aiSdk],
  ['@tanstack/ai-client: fetchServerSentEvents', readers.tanstack],
];

/** How much CPU reading the wire costs, over what decoding and parsing the same bytes cost at least. */
export function throughputBenches(): Bench[] {
  const { wire, payloads } = makeRecording(MEGABYTES);

  const bench = (name: string, pieces: readonly Uint8Array[], aim: number): Bench => ({
    name: `wire: ${MEGABYTES} MB of typical chunks, ${name}`,
    base: FLOOR,
    rounds: 9,
    aims: { [OURS]: { ratio: aim } },
    entries: [
      { name: FLOOR, run: () => readFloor(pieces, payloads) },
      ...READERS.map(([entry, reader]) => ({ name: entry, run: () => read(entry, reader, pieces) })),
    ],
  });

  async function read(name: string, reader: readers.Reader, pieces: readonly Uint8Array[]): Promise<void> {
    const events = await reader(pieces);
    if (events !== payloads.length) throw new Error(`${name} read ${events} of ${payloads.length} events.`);
  }

  return [bench('in 16 KiB pieces', cutBytes(wire, 16 * 1024), 1.3), bench('one event a piece', cutEvents(wire), 1.2)];
}

function readFloor(pieces: readonly Uint8Array[], payloads: readonly string[]): ReturnType<Entry['run']> {
  const decoder = new TextDecoder();
  for (const piece of pieces) decoder.decode(piece, { stream: true });
  for (const payload of payloads) JSON.parse(payload);
}
