import type { Head } from './step.ts';

/** The client's side of a reply: a socket, or the stream of an in-page `Response`. */
export interface Sink {
  head(head: Head): void;
  /** Resolves when the client can take more, which is how a slow reader slows generation. */
  write(bytes: Uint8Array): Promise<void>;
  end(): void;
  reset(): void;
}
