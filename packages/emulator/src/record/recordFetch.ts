import { encodeBytes } from './encodeBytes.ts';
import type { RecordLine } from './recordLine.ts';
import { redactHeaders, redactText, redactUrl } from './redact.ts';

/** A `fetch` like the platform's. */
export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

/** Options of `recordFetch`. */
export interface RecordOptions {
  /** Called with each line as it happens, ended by a line feed: append it to a file. */
  readonly onLine: (line: string) => void;
  /** Milliseconds since 1970. @defaultValue Date.now */
  readonly now?: () => number;
}

/**
 * Wraps a `fetch` so that every exchange is recorded with its timing, without keys. Replies pass through unchanged.
 *
 * @example
 * ```ts
 * const lines: string[] = [];
 * const fetch = recordFetch(globalThis.fetch, { onLine: (line) => lines.push(line) });
 * ```
 */
export function recordFetch(fetch: Fetch, { onLine, now = Date.now }: RecordOptions): Fetch {
  let count = 0;
  const write = (line: RecordLine) => onLine(`${JSON.stringify(line)}\n`);

  return async (input, init) => {
    count += 1;
    const id = count;
    const request = new Request(input, init);
    const body = await request.clone().text();
    const at = now();
    const { method, url, headers } = request;
    write({
      type: 'request',
      id,
      at,
      method,
      url: redactUrl(url),
      headers: redactHeaders(headers),
      body: redactText(body),
    });
    const end = (outcome: 'finished' | 'error' | 'client left', cause?: unknown) =>
      write({ type: 'end', id, ms: now() - at, outcome, ...(cause === undefined ? {} : { error: nameOf(cause) }) });
    try {
      const response = await fetch(request);
      const { status } = response;
      write({ type: 'head', id, ms: now() - at, status, headers: redactHeaders(response.headers) });
      const tapped = tap(
        response.body,
        (bytes) => write({ type: 'data', id, ms: now() - at, ...encodeBytes(bytes) }),
        end,
      );
      return new Response(tapped, { status, statusText: response.statusText, headers: response.headers });
    } catch (error) {
      end(request.signal.aborted ? 'client left' : 'error', error);
      throw error;
    }
  };
}

type End = (outcome: 'finished' | 'error' | 'client left', cause?: unknown) => void;

/** The same stream; each chunk is shown to `onBytes` before the reader gets it, and its end to `onEnd`, once. */
function tap(body: ReadableStream<Uint8Array> | null, onBytes: (bytes: Uint8Array) => void, onEnd: End) {
  const reader = body?.getReader();
  if (!reader) {
    onEnd('finished');
    return null;
  }
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            onBytes(value);
            return controller.enqueue(Uint8Array.from(value));
          }
          onEnd('finished');
          controller.close();
        } catch (error) {
          onEnd(isAbort(error) ? 'client left' : 'error', error);
          controller.error(error);
        }
      },
      cancel(reason) {
        onEnd('client left');
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function nameOf(cause: unknown): string {
  return redactText(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
}
