import { type Answer, createAnswer } from '../answer/createAnswer.ts';
import { type Clock, systemClock } from '../clock.ts';
import { isContent, type StreamEvent } from '../event.ts';
import type { StreamResult } from '../result.ts';
import type { ChatStream } from '../streamChat.ts';
import { type BufferOptions, createPublisher } from './createPublisher.ts';
import { IDLE_STATE, isActive, type StreamState } from './streamState.ts';
import { documentVisibility, type Visibility } from './visibility.ts';

export interface StreamStoreOptions {
  /** `'immediate'`, an interval in milliseconds, or {@link BufferOptions}. Defaults to 50 ms, adaptive. */
  readonly buffer?: 'immediate' | number | BufferOptions | undefined;
  readonly clock?: Clock | undefined;
  readonly visibility?: Visibility | undefined;
}

/** The state of one stream: a live one that every event changes, and a published one that listeners hear of. */
export interface StreamStore {
  /** The published picture: the same object until listeners are told of another. */
  getSnapshot(): StreamState;
  /** The live picture, with everything received. */
  getLatest(): StreamState;
  /** Calls `listener` after each publication. */
  subscribe(listener: () => void): () => void;
  /** Publishes at once what has been received. */
  flush(): void;
  /** Tells the store that the page has shown the last publication; adapts the interval to what that cost. */
  acknowledge(): void;
  /**
   * Follows a stream from its start to its end; what was followed before is stopped first.
   *
   * @param onEvent - Hears each event before it is published. Must not throw.
   */
  connect(stream: ChatStream, onEvent?: (event: StreamEvent) => void): Promise<StreamResult>;
  /** Stops the stream that is being followed: `stopped`, in this tick, with all that was received. */
  abort(): void;
  /** Stops, and goes back to `idle`. */
  reset(): void;
}

/** Creates a store for one stream after another. Needs no React and no DOM; no timer runs while nothing changes. */
export function createStreamStore(options: StreamStoreOptions = {}): StreamStore {
  const { buffer = {}, clock = systemClock, visibility = documentVisibility } = options;
  const listeners = new Set<() => void>();
  const publisher = createPublisher(publish, buffer, clock, visibility);
  let answer: Answer = createAnswer(clock);
  let published = IDLE_STATE;
  /** Everything but the answer, which is read from `answer` when somebody looks. */
  let stand = IDLE_STATE;
  let current: ChatStream | null = null;

  function getLatest(): StreamState {
    return { ...stand, ...answer.snapshot(), isCaughtUp: true };
  }

  function publish(): void {
    published = getLatest();
    for (const listener of listeners) listener();
  }

  function become(change: Partial<StreamState>): void {
    stand = { ...stand, ...change };
    stand = { ...stand, isActive: isActive(stand.status) };
    publisher.now();
  }

  function connect(stream: ChatStream, onEvent?: (event: StreamEvent) => void): Promise<StreamResult> {
    current?.abort();
    current = stream;
    answer = createAnswer(clock);
    stand = IDLE_STATE;
    become({ status: 'connecting' });
    return new Promise((resolve) => {
      stream.listen({
        events: (events) => {
          for (const event of events) onEvent?.(event);
          if (current === stream) push(events);
        },
        end(result) {
          if (current === stream) end(result);
          resolve(result);
        },
      });
    });
  }

  function push(events: readonly StreamEvent[]): void {
    let isUrgent = false;
    for (const event of events) {
      const isNewPart = answer.add(event);
      if (stand.status !== 'streaming' && isContent(event)) {
        stand = { ...stand, status: 'streaming', isActive: true };
        isUrgent = true;
      } else if (event.type === 'reconnecting') {
        stand = { ...stand, status: 'reconnecting' };
        isUrgent = true;
      }
      isUrgent ||= isNewPart;
    }
    if (isUrgent) publisher.now();
    else if (events.some((event) => isContent(event))) publisher.soon();
  }

  function end(result: StreamResult): void {
    current = null;
    answer.close();
    become({ status: result.outcome, metrics: result.metrics, error: result.error });
  }

  function reset(): void {
    current?.abort();
    answer = createAnswer(clock);
    if (stand === IDLE_STATE) return;
    stand = IDLE_STATE;
    publisher.now();
  }

  return {
    getSnapshot: () => published,
    getLatest,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush: () => publisher.now(),
    acknowledge: publisher.shown,
    connect,
    abort: () => current?.abort(),
    reset,
  };
}
