import { createEngine } from './engine/createEngine.ts';
import type { EngineRequest } from './engine/engineRequest.ts';
import type { RequestRecord } from './engine/requestRecord.ts';
import { createResponseSink } from './engine/createResponseSink.ts';
import type { EmulatorOptions } from './options.ts';

/** A `fetch` that an emulated model answers. */
export interface EmulatorFetch {
  (input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** The last requests, oldest first. */
  readonly requests: () => readonly RequestRecord[];
}

/**
 * Creates a `fetch` that needs no network: it answers every URL whose path ends in
 * `/v1/chat/completions`, `/v1/models` or `/chat`, and 404 to others.
 *
 * @example
 * ```ts
 * const fetch = createEmulatorFetch({ tokensPerSecond: 30 });
 * <ChatWindow endpoint="/chat" fetch={fetch} />
 * ```
 */
export function createEmulatorFetch(options: EmulatorOptions = {}): EmulatorFetch {
  const engine = createEngine(options);

  async function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(absolute(input), init);
    request.signal.throwIfAborted();
    const read = await readRequest(request);
    request.signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const { sink, left } = createResponseSink({ resolve, reject, signal: request.signal });
      engine.answer(read, sink, left).catch(reject);
    });
  }

  return Object.assign(fetch, { requests: engine.requests });
}

async function readRequest(request: Request): Promise<EngineRequest> {
  return {
    method: request.method,
    path: new URL(request.url).pathname,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  };
}

/** A page's own addresses may be relative, which `Request` refuses outside a page. */
function absolute(input: RequestInfo | URL): RequestInfo | URL {
  return typeof input === 'string' ? new URL(input, 'http://emulator.invalid') : input;
}
