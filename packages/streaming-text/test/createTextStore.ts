import type { TextState, TextStore } from '../src/textStore.ts';

/** A store whose text a test changes. */
export function createTextStore(text: string): TextStore & { set(next: Partial<TextState>): void } {
  let state: TextState = { text, isActive: true };
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    },
  };
}
