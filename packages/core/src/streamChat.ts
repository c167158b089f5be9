import { createStreamIterator } from './createStreamIterator.ts';
import type { StreamEvent } from './event.ts';
import type { StreamRequest } from './request.ts';
import type { StreamResult } from './result.ts';
import { type Run, createRun, type StreamListener } from './run/createRun.ts';

/** One stream, not yet sent: reading it, listening to it or awaiting its result sends it, once. */
export interface ChatStream extends AsyncIterable<StreamEvent>, AsyncDisposable {
  /** How the stream ended. Never rejects: a failure is an outcome with its `error`. */
  readonly result: Promise<StreamResult>;
  /**
   * Stops the stream. The outcome is `stopped`, at once, whatever the transport does; later bytes are ignored.
   * Does nothing when the stream has ended.
   */
  abort(): void;
  /** Starts the stream and hears all of it, without a promise per event. Throws when it has been started. */
  listen(listener: StreamListener): void;
}

/**
 * Streams one answer from a chat endpoint.
 *
 * Lazy: nothing is sent before the first use. Iterating yields every event in order and ends after `end`; leaving the
 * loop early aborts the request; a failure throws one `LingError` after everything that came before it.
 * A slow loop slows the reading down, nothing else does.
 *
 * @example
 * ```ts
 * for await (const event of streamChat({ url: '/chat', messages })) {
 *   if (event.type === 'text') write(event.text);
 * }
 * ```
 */
export function streamChat(request: StreamRequest): ChatStream {
  let run: Run | undefined;
  let isStarted = false;
  let resolve = (_result: StreamResult): void => {};
  const result = new Promise<StreamResult>((settle) => (resolve = settle));

  function listen(listener: StreamListener): void {
    if (isStarted) throw new Error('This stream has been started already. Call streamChat() again for another one.');
    isStarted = true;
    run = createRun(request, {
      events: (events) => listener.events(events),
      end(settled) {
        resolve(settled);
        listener.end(settled);
      },
    });
  }

  function start(): void {
    if (!isStarted) listen({ events() {}, end() {} });
  }

  function abort(): void {
    start();
    run?.abort();
  }

  return {
    get result() {
      start();
      return result;
    },
    abort,
    listen,
    [Symbol.asyncIterator]: () => createStreamIterator({ listen, abort }, request.signal),
    [Symbol.asyncDispose]: async () => abort(),
  };
}
