import type { Timeouts } from '@ling-stream/core';
import type { RunStore } from './runStore.ts';
import type { Telemetry } from './telemetry.ts';
import type { TurnRecord } from './turnRecord.ts';

/** A logger in the manner of pino. Lines carry codes, counts and ids; never a key, a prompt or an answer. */
export interface Logger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Decides about one request: a `Response` refuses it, a string names the user, nothing lets anybody in. */
export type Authorize = (request: Request) => Response | string | void | Promise<Response | string | void>;

export interface ChatHandlerOptions {
  /** The model's key. Defaults to the environment variable `ANT_LING_API_KEY`. It never leaves the server. */
  readonly apiKey?: string | undefined;
  /** An OpenAI-compatible address. Defaults to `LING_BASE_URL`, else Ant Ling's. */
  readonly baseURL?: string | undefined;
  /** The model to ask. Defaults to `LING_MODEL`, else `Ling-2.6-flash`. */
  readonly model?: string | undefined;
  /** Other models that a client may name. Defaults to none. */
  readonly models?: readonly string[] | undefined;
  /** A system prompt, put before the client's messages. */
  readonly system?: string | undefined;
  /** More fields of the model's request, such as `temperature`. A client cannot change them. */
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  /** Tools that the model may call, in OpenAI's form. A client cannot change them. */
  readonly tools?: readonly object[] | undefined;
  /** Who may ask. The user it names has streams and a rate of their own. */
  readonly authorize?: Authorize | undefined;
  /** Which other origins may call from a page. Without it, only pages of the endpoint's own origin. */
  readonly cors?: CorsOptions | undefined;
  /** Counts the questions of a user or, where nobody is named, of an address. */
  readonly rateLimit?: RateLimiter | undefined;
  readonly limits?: RequestLimits | undefined;
  /** Time limits of the model's answer. `total` defaults to ten minutes, the others to those of `streamChat`. */
  readonly timeout?: Timeouts | undefined;
  /** How often a comment is sent to keep proxies from closing a silent stream, in milliseconds. Defaults to 15,000. */
  readonly heartbeatMs?: number | undefined;
  /** Keeps runs, so that a reader whose connection broke can come back. Without one, leaving stops the model. */
  readonly store?: RunStore | undefined;
  /** Whether a run goes on when nobody reads it. Defaults to `continue` for who named a run, where there is a store. */
  readonly onDisconnect?: 'continue' | 'abort' | undefined;
  /** How long a run goes on after its last reader, in milliseconds. Defaults to 120,000. */
  readonly lingerMs?: number | undefined;
  /** Hears of every turn once, finished or not: the place to keep conversations. */
  readonly onTurn?: ((turn: TurnRecord) => void | Promise<void>) | undefined;
  /** Spans and figures by OpenTelemetry's conventions for generative AI. */
  readonly telemetry?: Telemetry | undefined;
  readonly logger?: Logger | undefined;
  /** Replaces the global `fetch` towards the model. */
  readonly fetch?: typeof fetch | undefined;
}

/** Bounds on what clients may ask of this process. */
export interface RequestLimits {
  /** Bytes of the body. Defaults to 256 KiB. */
  readonly bodyBytes?: number;
  /** Defaults to 200. */
  readonly messages?: number;
  /** Characters of one message. Defaults to 100,000. */
  readonly messageChars?: number;
  /** Answers at the same time, in all. Defaults to 5,000. */
  readonly streams?: number;
  /** Answers at the same time for one user that `authorize` names. Defaults to 3. */
  readonly streamsPerUser?: number;
}

/** Pages of other origins that may call the endpoint. */
export interface CorsOptions {
  /** Origins such as `https://app.example`, or `'*'` for every page there is. */
  readonly origins: readonly string[] | '*';
  /** Whether cookies come with the request. Not with `'*'`. Defaults to `false`. */
  readonly credentials?: boolean;
  /** More request headers that pages may send. */
  readonly headers?: readonly string[];
}

/** A limiter of `rate-limiter-flexible`, or anything else that rejects with `{msBeforeNext}` when a key is used up. */
export interface RateLimiter {
  consume(key: string): Promise<unknown>;
}

/** Options with every default filled in. */
export interface ResolvedOptions extends Omit<ChatHandlerOptions, 'limits'> {
  readonly baseURL: string;
  readonly model: string;
  readonly models: readonly string[];
  readonly limits: Required<RequestLimits>;
  readonly timeout: Timeouts;
  readonly heartbeatMs: number;
  readonly lingerMs: number;
}
