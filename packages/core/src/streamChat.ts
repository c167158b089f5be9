import type { StreamEvent } from './event.ts';
import { LingError } from './LingError.ts';
import type { StreamRequest } from './request.ts';
import type { StreamResult } from './result.ts';
import { type Run, runStream, type StreamListener } from './run/runStream.ts';

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
 * loop early aborts the request; a failure throws one {@link LingError} after everything that came before it.
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
  let run: Run | null = null;
  let resolve = (_result: StreamResult): void => {};
  const promise = new Promise<StreamResult>((settle) => {
    resolve = settle;
  });

  function listen(listener: StreamListener): void {
    if (run !== null) throw new Error('This stream has been started already. Call streamChat() again for another one.');
    run = { abort() {} };
    run = runStream(request, {
      events: (events) => listener.events(events),
      end(result) {
        resolve(result);
        listener.end(result);
      },
    });
  }

  function start(): void {
    if (run === null) listen({ events() {}, end() {} });
  }

  function abort(): void {
    start();
    run?.abort();
  }

  return {
    get result() {
      start();
      return promise;
    },
    abort,
    listen,
    [Symbol.asyncIterator]: () => iterate(listen, abort, request.signal),
    [Symbol.asyncDispose]: async () => abort(),
  };
}

async function* iterate(
  listen: ChatStream['listen'],
  abort: () => void,
  foreign: AbortSignal | undefined,
): AsyncGenerator<StreamEvent, void> {
  let queue: readonly StreamEvent[] = [];
  let result: StreamResult | null = null;
  let wake = (): void => {};
  let resumeReading: (() => void)[] = [];
  listen({
    events(events) {
      queue = queue.length === 0 ? events : [...queue, ...events];
      wake();
      return new Promise((resume) => void resumeReading.push(resume));
    },
    end(settled) {
      result = settled;
      wake();
    },
  });
  const takeQueue = (): readonly StreamEvent[] => {
    const taken = queue;
    queue = [];
    return taken;
  };
  const readOn = (): void => {
    for (const resume of resumeReading) resume();
    resumeReading = [];
  };

  try {
    while (result === null || queue.length > 0) {
      if (queue.length === 0) await new Promise<void>((settle) => void (wake = settle));
      yield* takeQueue();
      readOn();
    }
  } finally {
    readOn();
    abort();
  }
  throwFailure(result, foreign);
}

function throwFailure({ error, outcome }: StreamResult, foreign: AbortSignal | undefined): void {
  if (error !== undefined) throw error;
  if (outcome === 'stopped' && foreign?.aborted === true)
    throw new LingError('aborted', 'The signal given to the request fired.', { cause: foreign.reason });
}
