import type { StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import type { EventDecoder } from '../wire/createDecoder.ts';
import { readText } from './readText.ts';

/**
 * Reads a whole JSON reply, which minimal proxies send to a stream request, as the events it stands for.
 *
 * @param maxBytes - Longest reply.
 */
export async function readJsonReply(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  decode: EventDecoder,
  maxBytes: number,
): Promise<readonly StreamEvent[]> {
  const { text, isWhole } = await readText(body, maxBytes, signal);
  const events: StreamEvent[] = [];
  if (isWhole) decode({ event: 'message', data: text, id: '', hasOwnId: false }, (event) => events.push(event));
  if (events.some(({ type }) => type !== 'data' && type !== 'start')) return events;
  throw new LingError(
    'protocol',
    isWhole
      ? 'The chat endpoint answered with JSON that holds no answer. Another route may stand in its place.'
      : `The reply is longer than ${maxBytes} bytes. Raise limits.eventChars if that is meant.`,
    { phase: 'stream' },
  );
}
