import type { StreamEvent } from '../event.ts';
import type { TransportResponse } from '../request.ts';
import { createDecoder } from '../wire/createDecoder.ts';
import { createSseParser, type SseEvent } from '../wire/createSseParser.ts';
import { isJsonObject, parseJson } from '../wire/json.ts';

export interface ReadOptions {
  readonly maxEventChars?: number | undefined;
  /** Called for each piece of the body with all events in it; the next piece is read when it has resolved. */
  readonly onArrival: (events: readonly StreamEvent[]) => void | Promise<void>;
}

/** How a body ended: with `[DONE]` or the like, because the server was told to stop, or just so. */
export type ReadEnd = 'done' | 'stopped' | 'eof';

/** Reads an event stream to its end. Throws {@link LingError}, and whatever the body itself throws. */
export async function readEvents(
  body: NonNullable<TransportResponse['body']>,
  { maxEventChars, onArrival }: ReadOptions,
): Promise<ReadEnd> {
  const reader = body.getReader();
  const textDecoder = new TextDecoder('utf-8', { ignoreBOM: true }); // the parser takes the mark away, once
  const decode = createDecoder();
  let arrival: StreamEvent[] = [];
  let end: ReadEnd = 'eof';

  const readEvent = (event: SseEvent): void => {
    if (end === 'eof') end = decode(event, (decoded) => arrival.push(decoded)) ?? 'eof';
  };
  const parser = createSseParser({ onEvent: readEvent, maxEventChars });

  async function deliver(read: () => void): Promise<void> {
    arrival = [];
    let failure: unknown;
    try {
      read();
    } catch (cause) {
      failure = cause;
    }
    // What came before a broken event is the answer's, whatever comes of the rest.
    await onArrival(arrival);
    if (failure !== undefined) throw failure;
  }

  let isRead = false;
  try {
    while (end === 'eof' && !isRead) {
      const { done, value } = await reader.read();
      isRead = done;
      await deliver(() => {
        if (!done) return parser.feed(textDecoder.decode(value, { stream: true }));
        const last = parser.end();
        if (last !== null && isComplete(last.data)) readEvent(last);
      });
    }
    return end;
  } finally {
    // Not awaited: a transport may take its time to close, and nobody waits for that.
    if (!isRead) reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}

/** A beginning of a JSON object is never one itself, so a cut event cannot pass for a whole one. */
function isComplete(data: string): boolean {
  return data.trim() === '[DONE]' || isJsonObject(parseJson(data));
}
