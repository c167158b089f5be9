/** A response body that a test writes by hand. */
export interface Body {
  readonly stream: ReadableStream<Uint8Array>;
  write(...chunks: readonly (string | Uint8Array)[]): void;
  close(): void;
  fail(error?: unknown): void;
  isCancelled(): boolean;
}

const encoder = new TextEncoder();

export function createBody(): Body {
  let isCancelled = false;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void (isCancelled = true),
  });
  return {
    stream,
    write(...chunks) {
      for (const chunk of chunks) controller?.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
    },
    close: () => controller?.close(),
    fail: (error = new TypeError('network error')) => controller?.error(error),
    isCancelled: () => isCancelled,
  };
}

/** A body that is already there, in pieces. */
export function bodyOf(...chunks: readonly (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const { stream, write, close } = createBody();
  write(...chunks);
  close();
  return stream;
}
