import type { StreamEvent } from '../event.ts';
import { createSseParser, type SseEvent } from '../wire/createSseParser.ts';
import type { EventDecoder } from '../wire/createDecoder.ts';
import { isJsonObject, parseJson } from '../wire/json.ts';
import type { Cursor } from './createCursor.ts';
import { createBodySniffer } from './createBodySniffer.ts';
import { readChunks } from './readChunks.ts';

export interface ReadOptions {
  readonly decode: EventDecoder;
  readonly cursor: Cursor | undefined;
  readonly maxEventChars: number;
  /** Whether one JSON reply instead of a stream may be the answer. */
  readonly acceptsJson: boolean;
  /** Called for each piece of the body with all events in it; the next piece is read when a promise has resolved. */
  readonly onArrival: (events: readonly StreamEvent[]) => Promise<void> | undefined;
}

/** How a body ended: with `[DONE]` or the like, because the server was told to stop, or just so. */
export type ReadEnd = 'done' | 'stopped' | undefined;

/** Reads an event stream to its end. Throws {@link LingError}, and whatever the body itself throws. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  { decode, cursor, maxEventChars, acceptsJson, onArrival }: ReadOptions,
): Promise<ReadEnd> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }); // the parser takes the mark away, once
  const parser = createSseParser({ onEvent: readEvent, maxEventChars });
  const sniffer = createBodySniffer();
  let arrival: StreamEvent[] = [];
  let end: ReadEnd;

  const push = (event: StreamEvent): void => void arrival.push(event);

  function readEvent(event: SseEvent): void {
    sniffer.trust();
    if (end === undefined && cursor?.accepts(event) !== false) end = decode(event, push);
  }

  function deliver(piece: string, finish?: () => void): boolean | Promise<boolean> {
    arrival = [];
    const failure = failureOf(() => {
      sniffer.add(piece);
      parser.feed(piece);
      finish?.();
    });
    const goOn = (): boolean => {
      // Whatever follows the end mark is not the answer's, and cannot spoil it.
      if (failure !== undefined && end === undefined) throw failure.cause;
      return end !== undefined;
    };
    // What came before a broken event is the answer's, whatever comes of the rest.
    const pending = onArrival(arrival);
    return pending === undefined ? goOn() : pending.then(goOn);
  }

  function finish(): void {
    const last = parser.end();
    // The cursor is not asked: the id of a block that was cut is not its own.
    if (last !== null && isTrustworthy(last.data, cursor)) end = decode(last, push);
    else if (sniffer.end(acceptsJson ? decode : undefined, push)) end = 'done';
  }

  const isWhole = await readChunks(body, signal, (chunk) => deliver(text.decode(chunk, { stream: true })));
  if (isWhole) await deliver(text.decode(), finish);
  return end;
}

/**
 * Whether a last event that no blank line closed counts. A beginning of a JSON object is never one itself, so a cut
 * event cannot pass for a whole one; where the server can send it again, it is left to do so.
 */
function isTrustworthy(data: string, cursor: Cursor | undefined): boolean {
  return data.trim() === '[DONE]' || (!cursor?.lastId() && isJsonObject(parseJson(data)));
}

function failureOf(read: () => void): { readonly cause: unknown } | undefined {
  try {
    read();
    return undefined;
  } catch (cause) {
    return { cause };
  }
}
