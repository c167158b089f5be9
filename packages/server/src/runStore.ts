/** One entry of a run's log; `data` is the JSON (or `[DONE]`) that the client reads. */
export interface RunEvent {
  /** Counts from 1; also the event's id on the wire. */
  readonly seq: number;
  readonly data: string;
  /** Present on the last entry of a run only. */
  readonly end?: RunEnd | undefined;
}

/** How a run ended. */
export type RunEnd = 'done' | 'stopped' | 'error';

/** Where a run stands. */
export interface RunStatus {
  /** The user whose run it is; empty where `authorize` names nobody. */
  readonly owner: string;
  readonly lastSeq: number;
  readonly hasEnded: boolean;
  /** Whether anybody reads it right now, through any process. */
  readonly hasReaders: boolean;
}

/**
 * Keeps the answers that are being written, and those that have just been, so that a reader can come back.
 *
 * One log a run: what is read live and what is replayed are the same entries, and a run's id is never used again. Every
 * function may throw or reject; the answer then ends with `store_unavailable`.
 */
export interface RunStore {
  /** Begins a run. `false`: there is one of that name, begun by whoever came first. */
  create(runId: string, owner: string): boolean | Promise<boolean>;
  /** Adds entries. Whoever has waited for it knows that they can be read again. Refuses a `seq` that is there. */
  append(runId: string, events: readonly RunEvent[]): void | Promise<void>;
  /** What comes after an entry, then what is written from now on; ends after the last entry, or with the signal. */
  read(runId: string, afterSeq: number, signal: AbortSignal): AsyncIterable<readonly RunEvent[]>;
  /** Asks whichever process writes the run to stop. Of a run that is yet to be created it is remembered for a while. */
  requestStop(runId: string): void | Promise<void>;
  /** Hears of such a request, an earlier one too. Returns a function that ends the listening. */
  onStop(runId: string, stop: () => void): () => void;
  /** `null`: unknown, or forgotten. */
  status(runId: string): RunStatus | null | Promise<RunStatus | null>;
  /** Forgets a run that came to nothing, so that its name may be tried again. */
  remove(runId: string): void | Promise<void>;
  /** Ends what the store itself has opened. */
  close?(): void | Promise<void>;
}
