import { LingError } from '../LingError.ts';

/** One server-sent event. */
export interface SseEvent {
  /** The `event` field, `message` when it was not given. */
  readonly event: string;
  readonly data: string;
  /** The last event id at the time of the event; empty when none was given. */
  readonly id: string;
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

const DEFAULT_MAX_EVENT_CHARS = 16 * 1024 * 1024;
const LF = 10;
const SPACE = 32;
const COLON = 58;
const BOM = '\uFEFF';

/**
 * Turns text into server-sent events.
 *
 * Linear in every dimension: an unfinished line is kept as pieces and joined once, and nothing is searched twice.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function createSseParser(options: SseParserOptions): SseParser {
  const { onEvent, onComment, onRetry, maxEventChars = DEFAULT_MAX_EVENT_CHARS } = options;
  let started = false;
  let afterCr = false;
  let unread: string[] = [];
  let unreadChars = 0;
  let data: string[] = [];
  let event = '';
  let nextId = '';
  let lastId = '';
  let eventChars = 0;

  function feed(chunk: string): void {
    if (chunk === '') return;
    let start = 0;
    if (!started) {
      started = true;
      if (chunk.startsWith(BOM)) start = 1;
    }
    if (afterCr && chunk.charCodeAt(start) === LF) start += 1; // the rest of a CRLF
    if (start < chunk.length) afterCr = false;

    // Each kind of line end is searched for once; its place is used until the reading has passed it.
    let cr = chunk.indexOf('\r', start);
    let lf = chunk.indexOf('\n', start);
    while (cr >= 0 || lf >= 0) {
      const end = cr >= 0 && (lf < 0 || cr < lf) ? cr : lf;
      readPiece(chunk, start, end);
      start = end + 1;
      if (end === cr) {
        if (start === chunk.length) afterCr = true;
        else if (lf === start) start += 1;
        cr = chunk.indexOf('\r', start);
      }
      if (lf >= 0 && lf < start) lf = chunk.indexOf('\n', start);
    }
    if (start < chunk.length) {
      unread.push(chunk.slice(start));
      unreadChars += chunk.length - start;
      checkLength();
    }
  }

  function readPiece(chunk: string, start: number, end: number): void {
    if (unread.length === 0) return readLine(chunk.slice(start, end));
    unread.push(chunk.slice(start, end));
    readLine(joinUnread());
  }

  function joinUnread(): string {
    const line = unread.join('');
    unread = [];
    unreadChars = 0;
    return line;
  }

  function readLine(line: string): void {
    if (line === '') return dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return onComment?.(line.slice(line.charCodeAt(1) === SPACE ? 2 : 1));
    eventChars += line.length;
    checkLength();
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line.charCodeAt(colon + 1) === SPACE ? colon + 2 : colon + 1);
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id' && !value.includes('\0')) nextId = value;
    else if (name === 'retry' && /^\d+$/.test(value)) onRetry?.(Number(value));
  }

  function checkLength(): void {
    if (eventChars + unreadChars <= maxEventChars) return;
    throw new LingError(
      'protocol',
      `One event of the stream is longer than ${maxEventChars} characters. Raise limits.eventChars if that is meant.`,
      { phase: 'stream' },
    );
  }

  function dispatch(): void {
    lastId = nextId;
    eventChars = 0;
    const complete = takeEvent();
    if (complete !== null) onEvent(complete);
  }

  function takeEvent(): SseEvent | null {
    const complete = data.length === 0 ? null : { event: event || 'message', data: data.join('\n'), id: lastId };
    data = [];
    event = '';
    return complete;
  }

  function end(): SseEvent | null {
    const line = joinUnread();
    // Only its data can be trusted: a cut id must never become a place to resume from.
    if (line.charCodeAt(4) === COLON && line.startsWith('data')) readLine(line);
    return takeEvent();
  }

  return { feed, lastEventId: () => lastId, end };
}
