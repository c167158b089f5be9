/** A stream as the text sees it. A stream store of `@ling-stream/core` is one, and so is that of `useLingStream`. */
export interface TextStore {
  /** The same object until listeners are told of another. */
  getSnapshot(): TextState;
  /** Calls `listener` after each change, and returns how to stop that. */
  subscribe(listener: () => void): () => void;
}

/** What is read of a stream. */
export interface TextState {
  readonly text: string;
  /** Whether more text is to come. */
  readonly isActive: boolean;
}
