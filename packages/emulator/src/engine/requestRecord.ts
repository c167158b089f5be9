/** How a request ended; `running` until it did. */
export type Outcome = 'running' | 'finished' | 'client left' | 'fault';

/** What the emulator remembers of one request. */
export interface RequestRecord {
  /** Also the `x-request-id` header of the reply. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly method: string;
  readonly path: string;
  /** The model asked for; empty for requests that name none. */
  readonly model: string;
  /** The last thing the user said, shortened to 80 characters. */
  readonly question: string;
  /** How many messages the request carried. */
  readonly messages: number;
  readonly stream: boolean;
  /** The fault that was played, as it was asked for, for example `reset@120`. */
  readonly fault: string | undefined;
  /** The status sent; `undefined` while no head was sent. */
  readonly status: number | undefined;
  /** Tokens generated. It stops growing at the moment the client leaves. */
  readonly tokens: number;
  /** Body bytes sent. */
  readonly bytes: number;
  readonly outcome: Outcome;
  /** From the request to the outcome, or until now, in milliseconds. */
  readonly durationMs: number;
}
