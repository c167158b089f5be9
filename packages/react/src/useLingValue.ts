'use client';
import { type ReadableStore, useSnapshot } from './useSnapshot.ts';

/**
 * Reads one value out of a store, such as a stream's, re-rendering only when that value changes.
 *
 * @param select - Takes the value from the published snapshot; must be pure.
 * @param isEqual - Whether two values are the same to the component. Defaults to `Object.is`.
 */
export function useLingValue<State, T>(
  store: ReadableStore<State>,
  select: (state: State) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const state = useSnapshot(store, (shown, next) => !isEqual(select(shown), select(next)));
  return select(state);
}
