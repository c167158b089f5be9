import type { Clock } from './clock.ts';
import type { StreamEvent } from './event.ts';
import type { LingError } from './LingError.ts';
import type { SseEvent } from './wire/createSseParser.ts';

/** A message as it travels to the endpoint. */
export interface WireMessage {
  readonly role: string;
  readonly content: string | readonly unknown[];
  readonly [field: string]: unknown;
}

/** A value, or a function that gives it anew for each attempt, so that a token can be refreshed between two. */
export type MaybeAsync<T> = T | (() => T | Promise<T>);

/** Limits on silence, in milliseconds; `false` switches one off. Each aborts the transport. */
export interface Timeouts {
  /** Until the response headers. Defaults to 30,000. */
  readonly connect?: number | false;
  /** From the headers to the first content. Defaults to 120,000: reasoning models think first. */
  readonly firstEvent?: number | false;
  /** Between two arrivals of bytes after that; a heartbeat comment counts. Defaults to 60,000. */
  readonly idle?: number | false;
  /** On the whole stream. Off by default: a limit on length cuts long answers. */
  readonly total?: number | false;
}

/** Bounds on what one stream may hold; crossing one is a `protocol` error and keeps what had arrived. */
export interface Limits {
  /** Characters of one event; bytes of a reply that is no stream. Defaults to 16 Mi. */
  readonly eventChars?: number;
  /** Characters of the answer and its reasoning. Defaults to 8 Mi. */
  readonly answerChars?: number;
  /** Characters of the arguments of all tool calls. Defaults to 1 Mi. */
  readonly toolArgumentChars?: number;
}

/** One attempt, ready to be sent. */
export interface PreparedRequest {
  readonly url: string;
  readonly method: 'POST' | 'GET' | 'DELETE';
  readonly headers: Headers;
  readonly body?: string;
  readonly init: Omit<RequestInit, 'body' | 'headers' | 'method' | 'signal'>;
}

/** What a transport answers with. A fetch `Response` is one. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Absent where there is none, or where streams are unknown, as in React Native's own fetch. */
  readonly body: ReadableStream<Uint8Array> | null | undefined;
}

/** Sends one request; must stop, body included, when `signal` fires. */
export type Transport = (request: PreparedRequest, signal: AbortSignal) => Promise<TransportResponse>;

/**
 * Decides about another attempt after a failure before the first content: a delay in milliseconds, or `false`.
 *
 * @param attempt - The attempt that failed, from 1.
 */
export type RetryPolicy = (error: LingError, attempt: number) => number | false;

/**
 * Reads one server-sent event in a dialect of the app's own. Pure, one object an event.
 *
 * @returns Events (none, to skip it), `'done'` for the end of the stream, or `null` to leave it to the built-in decoder.
 */
export type Decoder = (event: SseEvent) => readonly StreamEvent[] | 'done' | null;

/** How a broken connection is made anew. */
export interface ResumePolicy {
  /** How often to try in a row without getting anywhere. Defaults to 5. */
  readonly maxAttempts?: number | undefined;
  /** Where to follow (GET) and to stop (DELETE) a run. Defaults to `<url>/runs/<runId>`. */
  readonly url?: ((runId: string, lastEventId: string) => string | URL) | undefined;
  /** Names the run. Defaults to a random UUID. */
  readonly runId?: string | undefined;
  /**
   * Goes on with the run `runId` after this event, from before a page was reloaded, instead of asking anew. An empty
   * string begins at its beginning.
   */
  readonly after?: string | undefined;
}

/** What to stream, from where, and within which limits. */
export interface StreamRequest {
  /** The endpoint, such as `/chat`. */
  readonly url: MaybeAsync<string | URL>;
  /** Sent as `messages` in the JSON body. Leave it out to send `body` alone. */
  readonly messages?: readonly WireMessage[] | undefined;
  /** More fields of the JSON body. */
  readonly body?: MaybeAsync<Readonly<Record<string, unknown>>> | undefined;
  readonly headers?: MaybeAsync<HeadersInit> | undefined;
  /** Passed to `fetch` as it is: `credentials`, `mode`, `cache`… */
  readonly init?: PreparedRequest['init'] | undefined;
  /** The caller's own signal. Prefer {@link ChatStream.abort}: a foreign signal surfaces as an `aborted` error. */
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: Timeouts | undefined;
  /** How often to try again (default 2), `false` for never, or a policy. Only before the first content. */
  readonly retry?: number | false | RetryPolicy | undefined;
  /**
   * Whether to go on after a break in mid-answer, without a token lost or doubled. Off by default: the endpoint must
   * keep its runs, as `@ling-stream/server` does with a store. The body then carries a `runId`, so that an attempt
   * made twice is answered once, and {@link ChatStream.abort} tells the server to stop the model.
   */
  readonly resume?: boolean | ResumePolicy | undefined;
  /**
   * Whether a stream must say that it is complete: by `[DONE]` or a finish reason (`true`, the default), by a finish
   * reason only, or not at all.
   */
  readonly requireTerminator?: boolean | 'finish_reason' | undefined;
  /** Reads events of a dialect of your own. */
  readonly decode?: Decoder | undefined;
  /** Whether `<think>…</think>` inside the text is reasoning. Off by default. */
  readonly thinkTags?: boolean | undefined;
  readonly limits?: Limits | undefined;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Replaces `fetch` altogether. */
  readonly transport?: Transport | undefined;
  readonly clock?: Clock | undefined;
}
