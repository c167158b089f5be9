'use client';
import {
  type MaybeAsync,
  type StreamEvent,
  type StreamRequest,
  type StreamResult,
  type StreamState,
  type StreamStore,
  type StreamStoreOptions,
  streamChat,
  type WireMessage,
} from '@ling-stream/core';
import { useEffect, useMemo } from 'react';
import { callSafely } from './callSafely.ts';
import { useLatest } from './useLatest.ts';
import { useStreamStore } from './useStreamStore.ts';
import { useTrackedState } from './useTrackedState.ts';

/** Options of {@link useLingStream}. Those a request needs are read when it starts, so they are never stale. */
export interface UseLingStreamOptions extends Omit<StreamRequest, 'url' | 'messages' | 'signal'> {
  /** The chat endpoint, such as `/chat`. */
  readonly endpoint: MaybeAsync<string | URL>;
  /** How text is gathered before it is shown. Defaults to 50 ms, adaptive. Read once, when the component mounts. */
  readonly buffer?: StreamStoreOptions['buffer'];
  /** Names the stream: components with the same `id` on one page share one. Without it each has its own. */
  readonly id?: string | undefined;
  /**
   * What becomes of a running stream when the last component that uses it unmounts. Defaults to `'keep'` with an `id`,
   * so that it survives a change of route, else to `'abort'`.
   */
  readonly unmount?: 'abort' | 'keep' | undefined;
  /** Hears every event as it arrives, before it is shown. What it throws is reported and harms nothing. */
  readonly onEvent?: ((event: StreamEvent) => void) | undefined;
  /** Hears how each started stream ended: exactly once, whatever the end, with all that had arrived. */
  readonly onSettled?: ((result: StreamResult) => void) | undefined;
}

/** What to ask: the text of one user message, or the request's own parts, which win over the options. */
export type StartInput = string | Pick<StreamRequest, 'messages' | 'body' | 'headers'>;

export interface UseLingStreamResult extends StreamState {
  /** Starts a stream; one that is running is stopped first. Never rejects. The same function at every render. */
  start(input?: StartInput): Promise<StreamResult>;
  /** Stops the running stream; what had arrived stays. Does nothing when there is none. */
  abort(): void;
  /** Stops, and forgets what had arrived. */
  reset(): void;
  /** The stream outside React: read it, subscribe to it, feed it to `<StreamingText>`. */
  readonly store: StreamStore;
}

/**
 * Streams one answer at a time into React state.
 *
 * The result is tracked: a component re-renders only for the fields it has read, so one that reads `status` and
 * `abort` does not re-render while text arrives.
 *
 * @example
 * ```tsx
 * const { text, isActive, start, abort } = useLingStream({ endpoint: '/chat' });
 * ```
 */
export function useLingStream(options: UseLingStreamOptions): UseLingStreamResult {
  const latest = useLatest(options);
  const { id, buffer, clock, unmount = id === undefined ? 'abort' : 'keep' } = options;
  const store = useStreamStore(id, { buffer, clock }, unmount);

  const actions = useMemo(() => {
    const start = async (input: StartInput = {}): Promise<StreamResult> => {
      const { endpoint, onEvent: _, onSettled: __, ...request } = latest.current;
      const stream = streamChat({ ...request, ...toRequest(input), url: endpoint });
      const result = await store.connect(stream, (event) => callSafely(latest.current.onEvent, event));
      callSafely(latest.current.onSettled, result);
      return result;
    };
    return { start, abort: store.abort, reset: store.reset, store };
  }, [store, latest]);

  const result = useTrackedState(store, actions);
  useEffect(() => store.acknowledge(), [store, result]);
  return result;
}

function toRequest(input: StartInput): Partial<StreamRequest> {
  if (typeof input !== 'string') return input;
  const message: WireMessage = { role: 'user', content: input };
  return { messages: [message] };
}
