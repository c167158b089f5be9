'use client';
import { useMemo, useState } from 'react';
import { trackReads } from './trackReads.ts';
import { type ReadableStore, useSnapshot } from './useSnapshot.ts';

/**
 * The store's snapshot, tracked: the component re-renders only for the fields it has read so far.
 *
 * For hooks of your own on a store; `useLingStream` and `useLingChat` are made with it.
 *
 * @param actions - Added to the result untracked; must be the same object at every render.
 */
export function useTrackedState<State extends object, Actions extends object>(
  store: ReadableStore<State>,
  actions: Actions,
): State & Actions {
  const [reads] = useState(() => new Set<keyof State>());
  const shown = useSnapshot(store, (before, next) => [...reads].some((key) => !Object.is(before[key], next[key])));
  return useMemo(
    () =>
      Object.assign(
        trackReads(shown, (key) => reads.add(key)),
        actions,
      ),
    [shown, reads, actions],
  );
}
