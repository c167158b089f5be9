import type { Timeouts } from '@ling-stream/core';

/** A logger in the manner of pino. Lines carry codes, counts and ids; never a key, a prompt or an answer. */
export interface Logger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}

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
  /** Decides whether to answer a request; return a `Response` to refuse it with. */
  readonly authorize?: ((request: Request) => Response | void | Promise<Response | void>) | undefined;
  readonly limits?: RequestLimits | undefined;
  /** Time limits of the model's answer. */
  readonly timeout?: Timeouts | undefined;
  /** How often a comment is sent to keep proxies from closing a silent stream, in milliseconds. Defaults to 15,000. */
  readonly heartbeatMs?: number | undefined;
  readonly logger?: Logger | undefined;
  /** Replaces the global `fetch` towards the model. */
  readonly fetch?: typeof fetch | undefined;
}

/** Bounds on what a client may send. */
export interface RequestLimits {
  /** Bytes of the body. Defaults to 256 KiB. */
  readonly bodyBytes?: number;
  /** Defaults to 200. */
  readonly messages?: number;
}

/** Options with every default filled in. */
export interface ResolvedOptions extends Omit<ChatHandlerOptions, 'limits'> {
  readonly baseURL: string;
  readonly model: string;
  readonly models: readonly string[];
  readonly limits: Required<RequestLimits>;
  readonly heartbeatMs: number;
}

const ANT_LING = 'https://api.ant-ling.com/v1';
const DEFAULT_MODEL = 'Ling-2.6-flash';
const DEFAULT_LIMITS = { bodyBytes: 256 * 1024, messages: 200 };
const DEFAULT_HEARTBEAT_MS = 15_000;

/**
 * Fills in defaults and checks what can be checked at start-up.
 *
 * @throws Error - When there is neither a key nor an address: nothing could ever be answered.
 */
export function resolveOptions(options: ChatHandlerOptions): ResolvedOptions {
  const env = environment();
  const apiKey = options.apiKey ?? env['ANT_LING_API_KEY'];
  const baseURL = options.baseURL ?? env['LING_BASE_URL'];
  if (!apiKey && !baseURL) {
    throw new Error(
      'lingChat() has no model to ask. Set ANT_LING_API_KEY (or pass `apiKey`), or set LING_BASE_URL to an OpenAI-compatible address. Without a key, run the emulator: npx @ling-stream/emulator --port 8080, and LING_BASE_URL=http://127.0.0.1:8080/v1.',
    );
  }
  return {
    ...options,
    apiKey,
    baseURL: (baseURL ?? ANT_LING).replace(/\/+$/, ''),
    model: options.model ?? env['LING_MODEL'] ?? DEFAULT_MODEL,
    models: options.models ?? [],
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    heartbeatMs: options.heartbeatMs ?? DEFAULT_HEARTBEAT_MS,
  };
}

/** Runtimes at the edge may have no `process`. */
function environment(): Readonly<Record<string, string | undefined>> {
  return typeof process === 'undefined' ? {} : process.env;
}
