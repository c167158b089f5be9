import { createStreamStore, type StreamStore, type StreamStoreOptions } from '@ling-stream/core';

/** A store that components share by its name. */
interface SharedStore {
  readonly store: StreamStore;
  users: number;
}

/** The stores in use on this page. On a server there is no page: see {@link openStore}. */
const stores = new Map<string, SharedStore>();

/** The store of that name, made if there is none. On a server always a new one: requests must not see each other. */
export function openStore(id: string, options: StreamStoreOptions): StreamStore {
  const known = stores.get(id);
  if (known !== undefined) return known.store;
  const store = createStreamStore(options);
  if (typeof document !== 'undefined') stores.set(id, { store, users: 0 });
  return store;
}

/** Counts one more component that uses a shared store; returns a function that counts it off. */
export function joinStore(id: string, store: StreamStore): () => boolean {
  const shared = stores.get(id) ?? { store, users: 0 };
  stores.set(id, shared);
  shared.users += 1;
  return () => {
    shared.users -= 1;
    return shared.users === 0;
  };
}

/** Forgets a shared store that nobody uses, once its stream is over. */
export function forgetWhenOver(id: string, store: StreamStore): void {
  const forget = (): void => {
    const shared = stores.get(id);
    if (shared?.store !== store || shared.users > 0) return stopWaiting();
    if (store.getLatest().isActive) return;
    stores.delete(id);
    stopWaiting();
  };
  const stopWaiting = store.subscribe(forget);
  forget();
}
