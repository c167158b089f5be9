/**
 * What went wrong, as a stable name to switch on.
 *
 * `http`: the status was not 2xx. `api`: the provider reported an error in a reply or stream that began well.
 * `content_filter`: moderation refused. `network`: the connection failed. `timeout`: see {@link LingError.phase}.
 * `aborted`: the caller's own signal fired. `protocol`: the reply is not a stream this library can read, or is over a
 * limit. `truncated`: the stream ended without saying that it was complete. `callback`: the app's own function threw,
 * or gave a URL or header that cannot be sent.
 */
export type LingErrorCode =
  | 'http'
  | 'api'
  | 'content_filter'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'protocol'
  | 'truncated'
  | 'callback';

/** Where a request stood: for a `timeout` which limit ran out, else before (`connect`) or after (`stream`) the headers. */
export type LingErrorPhase = 'connect' | 'firstEvent' | 'idle' | 'total' | 'stream';

export interface LingErrorOptions {
  /** HTTP status, where there was one. */
  readonly status?: number | undefined;
  /** The provider's own name for the error, such as `insufficient_quota`. */
  readonly providerCode?: string | undefined;
  /** What the provider wrote, at most 2,000 characters. Kept out of `message`, out of JSON and out of enumeration. */
  readonly providerMessage?: string | undefined;
  /** Names the request in the server's or the provider's log. */
  readonly requestId?: string | undefined;
  /** Whether the same request may succeed later. Defaults to `false`. */
  readonly retryable?: boolean | undefined;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly phase?: LingErrorPhase | undefined;
  readonly cause?: unknown;
}

/** A {@link LingError} as plain data: safe to store or log, it carries no prompt, reply or key. */
export interface SerializedLingError {
  readonly code: LingErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  readonly status?: number | undefined;
  readonly providerCode?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly phase?: LingErrorPhase | undefined;
}

const MAX_PROVIDER_MESSAGE_CHARS = 2_000;

/** The only kind of failure this library reports. Its `message` says what happened and what to do; it never quotes. */
export class LingError extends Error {
  override readonly name = 'LingError';
  readonly isLingError = true;
  readonly code: LingErrorCode;
  readonly retryable: boolean;
  declare readonly status?: number;
  declare readonly providerCode?: string;
  declare readonly requestId?: string;
  declare readonly retryAfterMs?: number;
  declare readonly phase?: LingErrorPhase;
  /** What the provider wrote, for developers; show your users a text of your own. Not enumerable. */
  declare readonly providerMessage: string | undefined;

  constructor(code: LingErrorCode, message: string, options: LingErrorOptions = {}) {
    super(message, options);
    const { providerMessage, cause: _, retryable = false, ...fields } = options;
    Object.assign(this, fields);
    this.code = code;
    this.retryable = retryable;
    // Not enumerable: it may quote the prompt, and loggers print what they can enumerate.
    const value = providerMessage?.slice(0, MAX_PROVIDER_MESSAGE_CHARS);
    Object.defineProperty(this, 'providerMessage', { value });
  }

  /** Narrows an unknown value; unlike `instanceof`, it sees errors from a second copy of this package. */
  static is(value: unknown): value is LingError {
    return typeof value === 'object' && value !== null && 'isLingError' in value;
  }

  toJSON(): SerializedLingError {
    const { name: _, isLingError: __, message, ...fields } = this;
    return { message, ...fields };
  }
}
