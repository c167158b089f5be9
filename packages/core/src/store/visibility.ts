/** Whether anybody can see the page. */
export interface Visibility {
  isHidden(): boolean;
  /** Calls `listener` whenever that changes; returns a function that ends it. */
  onChange(listener: () => void): () => void;
}

/** The visibility of the document; where there is none, somebody always looks. */
export const documentVisibility: Visibility = {
  isHidden: () => globalThis.document?.visibilityState === 'hidden',
  onChange(listener) {
    const { document } = globalThis;
    document?.addEventListener('visibilitychange', listener);
    return () => document?.removeEventListener('visibilitychange', listener);
  },
};
