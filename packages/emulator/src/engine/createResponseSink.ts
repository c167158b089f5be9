import { createGate } from './createGate.ts';
import type { Sink } from './sink.ts';
import type { Bytes, Head } from './step.ts';

/** The client of an in-page `fetch`. */
export interface ResponseClient {
  readonly sink: Sink;
  /** Aborts when the reader cancels or the caller's signal aborts. */
  readonly left: AbortSignal;
}

/** Where the promise of an in-page `fetch` goes. */
export interface ResponseTarget {
  /** The body gives a chunk per write, made when the reader asks. */
  resolve(response: Response): void;
  reject(reason: unknown): void;
  /** The caller's signal. */
  readonly signal: AbortSignal;
}

/** Creates the sink behind an in-page `Response`. */
export function createResponseSink({ resolve, reject, signal }: ResponseTarget): ResponseClient {
  const leaving = new AbortController();
  let wanted = createGate();
  let body: ReadableStreamDefaultController<Bytes> | undefined;

  const fail = (reason: unknown) => {
    signal.removeEventListener('abort', abort);
    reject(reason);
    body?.error(reason);
  };
  const leave = () => {
    signal.removeEventListener('abort', abort);
    leaving.abort();
    wanted.open();
  };
  const abort = () => {
    leave();
    fail(signal.reason);
  };
  signal.addEventListener('abort', abort);

  const sink: Sink = {
    explains: false,
    head(head) {
      const stream = new ReadableStream<Bytes>(
        { start: (controller) => void (body = controller), pull: () => wanted.open(), cancel: leave },
        { highWaterMark: 0 },
      );
      resolve(createResponse(head, stream));
    },
    async write(bytes) {
      await wanted.opened;
      wanted = createGate();
      if (!leaving.signal.aborted) body?.enqueue(bytes);
    },
    end() {
      signal.removeEventListener('abort', abort);
      if (!leaving.signal.aborted) body?.close();
    },
    reset: (cause = new TypeError('network error')) => fail(cause),
  };
  return { sink, left: leaving.signal };
}

function createResponse({ status, headers }: Head, stream: ReadableStream<Bytes>): Response {
  // A browser hands over what was compressed already decompressed.
  const body = headers['content-encoding'] === 'gzip' ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
  const bodiless = status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : body, { status, headers });
}
