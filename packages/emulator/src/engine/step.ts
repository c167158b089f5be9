/** Bytes of a body. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * One act of the server on a connection. An answer is a sequence of steps, and both the HTTP server
 * and the in-page `fetch` perform the same sequence, which is why they give the same bytes.
 */
export type Step =
  /** Generates: takes `ms`, and `tokens` more tokens exist afterwards. */
  | { readonly kind: 'wait'; readonly ms: number; readonly tokens: number }
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'write'; readonly bytes: Bytes }
  /** Writes the bytes compressed, as one whole gzip file. */
  | { readonly kind: 'gzip'; readonly bytes: Bytes }
  /** Says nothing more and keeps the connection open until the client leaves. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'end' }
  /** Breaks the connection; before the head this is a refused request. */
  | { readonly kind: 'reset' };

/** The status line and headers of a reply. */
export interface Head {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Replies as an HTTP/1.0 server does: no length, no chunks, the closed connection is the end. */
  readonly untilClose?: boolean;
}
