import type { ChatHandlerOptions, ResolvedOptions } from './options.ts';

const ANT_LING = 'https://api.ant-ling.com/v1';
const DEFAULT_MODEL = 'Ling-2.6-flash';
const DEFAULT_LIMITS = {
  bodyBytes: 256 * 1024,
  messages: 200,
  messageChars: 100_000,
  streams: 5_000,
  streamsPerUser: 3,
};
const DEFAULT_HEARTBEAT_MS = 15_000;
const DEFAULT_LINGER_MS = 120_000;
/** Silence is bounded anyway; this bounds what one answer of an endless model can cost. */
const DEFAULT_TOTAL_MS = 600_000;

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
  if (options.cors?.origins === '*' && options.cors.credentials === true) {
    throw new Error('lingChat() would let every page act with the cookies of its visitor. Name the `cors.origins`.');
  }
  return {
    ...options,
    apiKey,
    baseURL: (baseURL ?? ANT_LING).replace(/\/+$/, ''),
    model: options.model ?? env['LING_MODEL'] ?? DEFAULT_MODEL,
    models: options.models ?? [],
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    timeout: { total: DEFAULT_TOTAL_MS, ...options.timeout },
    heartbeatMs: options.heartbeatMs ?? DEFAULT_HEARTBEAT_MS,
    lingerMs: options.lingerMs ?? DEFAULT_LINGER_MS,
  };
}

/** Runtimes at the edge may have no `process`. */
function environment(): Readonly<Record<string, string | undefined>> {
  return typeof process === 'undefined' ? {} : process.env;
}
