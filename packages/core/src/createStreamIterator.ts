import type { StreamEvent } from './event.ts';
import { LingError } from './LingError.ts';
import type { StreamResult } from './result.ts';
import type { ChatStream } from './streamChat.ts';

/**
 * Hands out the events of a stream one by one. A slow consumer slows the reading down; `return()` aborts at once, even
 * while an event is awaited.
 */
export function createStreamIterator(
  { listen, abort }: Pick<ChatStream, 'listen' | 'abort'>,
  foreign: AbortSignal | undefined,
): AsyncIterator<StreamEvent, undefined> {
  let queue: readonly StreamEvent[] = [];
  let taken = 0;
  let result: StreamResult | undefined;
  let isOver = false;
  /** Those who wait for an event. */
  let readers: (() => void)[] = [];
  /** Those who wait until every event has been taken and dealt with. */
  let writers: (() => void)[] = [];

  function start(): void {
    listen({
      events(events) {
        queue = queue.slice(taken).concat(events);
        taken = 0;
        readers = wake(readers);
        return new Promise((settle) => void writers.push(settle));
      },
      end(settled) {
        result = settled;
        readers = wake(readers);
        writers = wake(writers);
      },
    });
  }

  async function next(): Promise<IteratorResult<StreamEvent, undefined>> {
    while (!isOver) {
      const value = queue[taken];
      if (value !== undefined) {
        taken += 1;
        return { done: false, value };
      }
      writers = wake(writers);
      if (result === undefined) await new Promise<void>((settle) => void readers.push(settle));
      else close(result);
    }
    return { done: true, value: undefined };
  }

  function close({ error, outcome }: StreamResult): void {
    isOver = true;
    if (error !== undefined) throw error;
    if (outcome === 'stopped' && foreign?.aborted === true)
      throw new LingError('aborted', 'The signal given to the request fired.', { cause: foreign.reason });
  }

  let isStarted = false;
  return {
    async next() {
      if (!isStarted) start();
      isStarted = true;
      return next();
    },
    async return() {
      isOver = true;
      isStarted = true;
      abort();
      readers = wake(readers);
      return { done: true, value: undefined };
    },
  };
}

function wake(sleepers: readonly (() => void)[]): [] {
  for (const settle of sleepers) settle();
  return [];
}
