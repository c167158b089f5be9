'use client';
import { useEffect, useState } from 'react';
import { useLatest } from './useLatest.ts';

/** A value that changes, as a hook sees it: an immutable snapshot and a subscription. */
export interface ReadableStore<State> {
  /** The same object until the listeners have been told of another. */
  getSnapshot(): State;
  subscribe(listener: () => void): () => void;
}

/**
 * The store's snapshot, re-rendering when `isChange` says that the difference matters.
 *
 * State and an effect on purpose: an external-store hook would restart a transition at every flush, so that a
 * navigation during a stream would take until the stream ends.
 */
export function useSnapshot<State>(
  store: ReadableStore<State>,
  isChange: (shown: State, next: State) => boolean,
): State {
  const [held, setHeld] = useState(() => ({ store, state: store.getSnapshot() }));
  // Another store than the one held: its state counts in this very render.
  const shown = held.store === store ? held.state : store.getSnapshot();
  const latest = useLatest(() => {
    const next = store.getSnapshot();
    if (next !== shown && isChange(shown, next)) setHeld({ store, state: next });
  });

  // After every render too: it may have read a field that nobody read before, or missed what came before subscribing.
  useEffect(() => latest.current());
  useEffect(() => store.subscribe(() => latest.current()), [store, latest]);
  return shown;
}
