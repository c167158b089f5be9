import { type Answer, createAnswer } from '../answer/createAnswer.ts';
import { type Clock, systemClock } from '../clock.ts';
import { createReporter } from '../createReporter.ts';
import { isContent, type StreamEvent } from '../event.ts';
import type { StreamResult } from '../result.ts';
import type { ChatStream } from '../streamChat.ts';
import { type BufferOptions, createPublisher } from './createPublisher.ts';
import { IDLE_STATE, isActive, type StreamState, type StreamStatus } from './streamState.ts';
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
  /** Calls `listener` after each publication. What it throws is reported as uncaught and harms nobody else. */
  subscribe(listener: () => void): () => void;
  /** Publishes at once what has been received since the last publication, if anything. */
  flush(): void;
  /** Tells the store that the page has shown the last publication; adapts the interval to what that cost. */
  acknowledge(): void;
  /**
   * Follows a stream from its start to its end; what was followed before is stopped first.
   *
   * @param onEvent - Hears each event before it is published. What it throws is reported as uncaught, once.
   * @returns How the stream ended, whether or not the store still follows it. Never rejects.
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
  /** Whether `published` lacks something. */
  let isBehind = false;
  let current: ChatStream | undefined;

  const getLatest = (): StreamState => (isBehind ? { ...stand, ...answer.snapshot() } : published);

  function publish(): void {
    published = getLatest();
    isBehind = false;
    for (const listener of listeners) listener();
  }

  function become(status: StreamStatus, change: Partial<StreamState> = {}): void {
    stand = { ...stand, ...change, status, isActive: isActive(status) };
    isBehind = true;
  }

  function restart(status: StreamStatus, stream?: ChatStream): void {
    const former = current;
    current = stream;
    // Not `stopped` in between: who listens is told of the new state only. The result says that it was.
    former?.abort();
    answer = createAnswer(clock);
    stand = IDLE_STATE;
    become(status);
    publisher.now();
  }

  function connect(stream: ChatStream, onEvent?: (event: StreamEvent) => void): Promise<StreamResult> {
    const tell = createReporter();
    restart('connecting', stream);
    return new Promise((resolve) => {
      stream.listen({
        events(events) {
          const isUrgent = take(events);
          // All of the arrival is in before anybody hears of it, so that stopping at one of its events loses none.
          if (onEvent !== undefined) for (const event of events) void tell(() => onEvent(event));
          // What comes with the end is published with it.
          if (current !== stream || events.at(-1)?.type === 'end') return;
          if (isUrgent) publisher.now();
          else if (isBehind) publisher.soon();
        },
        end(result) {
          if (current === stream) end(result);
          resolve(result);
        },
      });
    });
  }

  /** Takes events in; returns whether they change more than the length of a part. */
  function take(events: readonly StreamEvent[]): boolean {
    let isUrgent = false;
    for (const event of events) {
      const isStructural = answer.add(event);
      const status = statusAfter(event);
      isUrgent ||= isStructural || status !== stand.status;
      if (status !== stand.status) become(status);
      isBehind ||= isContent(event) || event.type === 'usage';
    }
    return isUrgent;
  }

  function statusAfter(event: StreamEvent): StreamStatus {
    if (event.type === 'reconnecting') return event.type;
    const isConnected = stand.status === 'reconnecting' && event.type === 'open';
    return isConnected || isContent(event) ? 'streaming' : stand.status;
  }

  function end({ outcome, metrics, error }: StreamResult): void {
    current = undefined;
    answer.close(outcome === 'done');
    become(outcome, { metrics, error });
    publisher.now();
  }

  function subscribe(listener: () => void): () => void {
    const tell = createReporter();
    const entry = (): void => void tell(listener);
    listeners.add(entry);
    return () => void listeners.delete(entry);
  }

  return {
    getSnapshot: () => published,
    getLatest,
    subscribe,
    flush: () => isBehind && publisher.now(),
    acknowledge: publisher.shown,
    connect,
    abort: () => current?.abort(),
    reset: () => (current === undefined && stand.status === 'idle' ? undefined : restart('idle')),
  };
}
