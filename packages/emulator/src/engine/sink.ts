import type { Bytes, Head } from './step.ts';

/** The client's side of a reply: a socket, or the stream of an in-page `Response`. */
export interface Sink {
  head(head: Head): void;
  /** Resolves when the client can take more, which is how a slow reader slows generation. */
  write(bytes: Bytes): Promise<void>;
  end(): void;
  /** Whether what an option of the app threw is told as a 500; otherwise `reset` gets it. */
  readonly explains: boolean;
  /** @param cause - What an option of the app threw, when that is why. */
  reset(cause?: unknown): void;
}
