'use client';
import { createStreamStore, type StreamStore, type StreamStoreOptions } from '@ling-stream/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { forgetWhenOver, joinStore, openStore } from './sharedStores.ts';
import { useLatest } from './useLatest.ts';

/** A store that its component has left, and may come back to within the same task. */
interface Left {
  readonly timer: ReturnType<typeof setTimeout>;
  /** Counts the component off; says whether it was the last one. */
  readonly leave: () => boolean;
}

const isAlone = (): boolean => true;

/**
 * The store of a component: its own, or with an `id` the one it shares with others.
 *
 * Another `id` is another store in the same render. A component that goes for good stops its stream, or lets it run by
 * `unmount`; a shared one is stopped by the last to go, and forgotten when it is over.
 *
 * @param options - Count when the store is made, and never again.
 */
export function useStreamStore(
  id: string | undefined,
  options: StreamStoreOptions,
  unmount: 'abort' | 'keep',
): StreamStore {
  const [first] = useState(options);
  const [own] = useState(() => createStreamStore(first));
  const store = useMemo(() => (id === undefined ? own : openStore(id, first)), [id, own, first]);
  const policy = useLatest(unmount);
  const left = useRef(new Map<StreamStore, Left>());

  useEffect(() => {
    const stores = left.current;
    // StrictMode and fast refresh unmount and mount again in one task; that must not end what runs.
    const back = stores.get(store);
    clearTimeout(back?.timer);
    stores.delete(store);
    const leave = back?.leave ?? (id === undefined ? isAlone : joinStore(id, store));
    const release = (): void => {
      stores.delete(store);
      if (!leave()) return;
      if (policy.current === 'abort') store.abort();
      if (id !== undefined) forgetWhenOver(id, store);
    };
    return () => void stores.set(store, { leave, timer: setTimeout(release) });
  }, [id, store, policy]);

  return store;
}
