import type { StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import { createDecoder } from '../wire/createDecoder.ts';
import { readBody } from './readBody.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/** Reads a whole JSON reply, which minimal proxies send to a stream request, as the events it stands for. */
export async function readJsonReply(body: ReadableStream<Uint8Array>): Promise<readonly StreamEvent[]> {
  const { text, isWhole } = await readBody(body, MAX_BYTES);
  if (!isWhole) throw new LingError('protocol', `The reply is longer than ${MAX_BYTES} bytes.`, { phase: 'stream' });
  const events: StreamEvent[] = [];
  createDecoder()({ event: 'message', data: text, id: '', hasOwnId: false }, (event) => events.push(event));
  if (events.some((event) => event.type !== 'data' && event.type !== 'start')) return events;
  throw new LingError(
    'protocol',
    'The chat endpoint answered with JSON that holds no answer. Another route may stand in its place.',
    {
      phase: 'stream',
    },
  );
}
