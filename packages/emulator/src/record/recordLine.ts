/**
 * One line of a recording. A recording is a file of JSON lines; the lines of exchanges that ran at the same time are
 * mixed, and told apart by `id`. Times are milliseconds since the request of the exchange.
 */
export type RecordLine = RequestLine | HeadLine | DataLine | EndLine;

/** A request was sent. Keys are redacted. */
export interface RequestLine {
  readonly type: 'request';
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The head of the reply came. */
export interface HeadLine {
  readonly type: 'head';
  readonly id: number;
  readonly ms: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** A piece of the body came: as text, or in base64 when it begins or ends inside a character. */
export interface DataLine {
  readonly type: 'data';
  readonly id: number;
  readonly ms: number;
  readonly text?: string;
  readonly base64?: string;
}

/** The reply ended: well, broken with an error, or left by its reader. */
export interface EndLine {
  readonly type: 'end';
  readonly id: number;
  readonly ms: number;
  readonly outcome: 'finished' | 'error' | 'client left';
  readonly error?: string;
}
