import type { StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import type { EventDecoder } from '../wire/createDecoder.ts';
import { asList, asObject, parseJson } from '../wire/json.ts';
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
  if (isWhole) return decodeJsonReply(text, decode);
  const message = `The reply is longer than ${maxBytes} bytes. Raise limits.eventChars if that is meant.`;
  throw new LingError('protocol', message, { phase: 'stream' });
}

/** Reads the text of a JSON reply. Throws {@link LingError} when it is an error, or no answer. */
export function decodeJsonReply(text: string, decode: EventDecoder): readonly StreamEvent[] {
  const events: StreamEvent[] = [];
  decode({ event: 'message', data: text, id: '', hasOwnId: false }, (event) => events.push(event));
  if (events.some(({ type }) => type !== 'data' && type !== 'start') || isEmptyAnswer(text)) return events;
  const message = 'The chat endpoint answered with JSON that holds no answer. Another route may stand in its place.';
  throw new LingError('protocol', message, { phase: 'stream' });
}

/** Whether an answer is there that has nothing in it. */
function isEmptyAnswer(text: string): boolean {
  const { content, choices } = asObject(parseJson(text));
  return content === '' || asObject(asObject(asList(choices)[0])['message'])['content'] === '';
}
