import { LingError } from '../LingError.ts';

/** One server-sent event. */
export interface SseEvent {
  /** The `event` field, `message` when it was not given. */
  readonly event: string;
  readonly data: string;
  /** The last event id at the time of the event; empty when none was given. */
  readonly id: string;
  /** Whether the event brought its `id` itself, instead of inheriting that of an earlier one. */
  readonly hasOwnId: boolean;
}

export interface SseParserOptions {
  /** Called once for each complete event, in order. */
  readonly onEvent: (event: SseEvent) => void;
  /** Called for each comment line, with its text. Servers send them as heartbeats. */
  readonly onComment?: ((text: string) => void) | undefined;
  /** Called when the server asks for another reconnection delay, in milliseconds. */
  readonly onRetry?: ((delayMs: number) => void) | undefined;
  /** Longest event, in characters, before `feed` throws `protocol`. Defaults to 16 Mi. */
  readonly maxEventChars?: number | undefined;
}

export interface SseParser {
  /** Reads the next piece of decoded text, cut anywhere. */
  feed(chunk: string): void;
  /** The id to reconnect from: committed by every blank line, by one without data too. */
  lastEventId(): string;
  /** Ends the text and returns the block that no blank line closed; the specification drops it, the caller decides. */
  end(): SseEvent | null;
}

const DEFAULT_MAX_EVENT_CHARS = 2 ** 24;

/**
 * Turns text into server-sent events.
 *
 * Linear in every dimension: an unfinished line is joined once, however many pieces it comes in, and nothing is
 * searched twice.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function createSseParser(options: SseParserOptions): SseParser {
  const { onEvent, onComment, onRetry, maxEventChars = DEFAULT_MAX_EVENT_CHARS } = options;
  let started = false;
  let afterCr = false;
  // Both grow as ropes: adding a piece is cheap, and the pieces are joined once, when the line or event is read.
  let unread = '';
  let data: string | undefined;
  let chars = 0;
  let event = '';
  let nextId: string | undefined;
  let lastId = '';

  function feed(chunk: string): void {
    if (chunk === '') return;
    // A byte order mark counts once, at the very start; a line feed here may be the rest of a CRLF.
    let start = (started ? afterCr && chunk.startsWith('\n') : chunk.startsWith('\uFEFF')) ? 1 : 0;
    started = true;
    afterCr = false;

    // Each kind of line end is searched for once; its place is used until the reading has passed it.
    let cr = chunk.indexOf('\r', start);
    let lf = chunk.indexOf('\n', start);
    while (cr >= 0 || lf >= 0) {
      const end = cr < 0 || (lf >= 0 && lf < cr) ? lf : cr;
      if (unread === '' && chunk.startsWith('data: ', start)) {
        // Nearly every line there is, and nearly always the blank one follows: neither is made into a string of its own.
        count(end - start);
        addData(chunk.slice(start + 'data: '.length, end));
        if (end === lf && chunk.startsWith('\n', end + 1)) {
          dispatch();
          start = end + 2;
          lf = chunk.indexOf('\n', start);
          continue;
        }
      } else {
        gather(chunk.slice(start, end));
        readLine();
      }
      start = end + 1;
      if (end === cr) {
        if (lf === start) start += 1;
        else afterCr = start === chunk.length;
        cr = chunk.indexOf('\r', start);
      }
      if (lf >= 0 && lf < start) lf = chunk.indexOf('\n', start);
    }
    if (start < chunk.length) gather(chunk.slice(start));
  }

  function gather(piece: string): void {
    unread += piece;
    count(piece.length);
  }

  function count(more: number): void {
    chars += more;
    if (chars <= maxEventChars) return;
    throw new LingError(
      'protocol',
      `One event of the stream is longer than ${maxEventChars} characters. Raise limits.eventChars if that is meant.`,
      { phase: 'stream' },
    );
  }

  function readLine(): void {
    const line = unread;
    unread = '';
    if (line === '') return dispatch();
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line.startsWith(' ', colon + 1) ? colon + 2 : colon + 1);
    if (name === 'data') addData(value);
    else if (name === 'event') event = value;
    else if (name === 'id' && !value.includes('\0')) nextId = value;
    else if (name === 'retry' && /^\d+$/.test(value)) onRetry?.(Number(value));
    else if (colon === 0) {
      chars -= line.length; // heartbeats never add up to an event
      onComment?.(value);
    }
  }

  function addData(value: string): void {
    data = data === undefined ? value : `${data}\n${value}`;
  }

  function dispatch(): void {
    lastId = nextId ?? lastId;
    const complete = takeEvent();
    if (complete !== null) onEvent(complete);
  }

  function takeEvent(): SseEvent | null {
    const complete =
      data === undefined ? null : { event: event || 'message', data, id: lastId, hasOwnId: nextId !== undefined };
    data = nextId = undefined;
    event = '';
    chars = 0;
    return complete;
  }

  function end(): SseEvent | null {
    // Only its data can be trusted: a cut id must never become a place to resume from.
    if (unread.startsWith('data:')) readLine();
    return takeEvent();
  }

  return { feed, lastEventId: () => lastId, end };
}
