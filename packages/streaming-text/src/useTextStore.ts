'use client';
import { useEffect, useState } from 'react';
import type { TextState, TextStore } from './textStore.ts';

/**
 * The store's state; where `withText` is false, re-rendering only when the stream starts or ends.
 *
 * State and an effect on purpose: an external-store hook would restart a transition at every flush.
 */
export function useTextStore(store: TextStore, withText: boolean): TextState {
  const [held, setHeld] = useState(() => ({ store, state: store.getSnapshot() }));
  const shown = held.store === store ? held.state : store.getSnapshot();
  useEffect(() => {
    const update = (): void =>
      setHeld((last) => {
        const state = store.getSnapshot();
        const isOld = last.store !== store || last.state.isActive !== state.isActive;
        return isOld || (withText && last.state.text !== state.text) ? { store, state } : last;
      });
    update(); // what came before subscribing
    return store.subscribe(update);
  }, [store, withText]);
  return shown;
}
