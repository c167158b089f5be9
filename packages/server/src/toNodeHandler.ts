import type { IncomingMessage, ServerResponse } from 'node:http';
import { noteClientAddress } from './clientAddress.ts';

/** A request as Express and its body parsers leave it: `body` is there when one of them has read it. */
export type NodeRequest = IncomingMessage & { readonly body?: unknown; readonly originalUrl?: string };

/** A handler for Express, Connect and `node:http`. Never rejects. */
export type NodeHandler = (request: NodeRequest, response: ServerResponse) => Promise<void>;

/** A reader that takes no byte for this long is gone. */
const STALLED_READER_MS = 30_000;

/** Serves a Fetch handler from Node. */
export function toNodeHandler(handler: (request: Request) => Promise<Response>): NodeHandler {
  return async (request, response) => {
    const left = new AbortController();
    // The request's own `close` means that its body was read; the response's means that the client has gone.
    response.on('close', () => left.abort());
    try {
      await send(await handler(toRequest(request, left.signal)), response, left.signal);
    } catch {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  };
}

function toRequest(request: NodeRequest, signal: AbortSignal): Request {
  const { method = 'GET', headers, body, originalUrl, url = '/' } = request;
  const picked = new Headers();
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') picked.set(name, value);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const stream = body === undefined ? toStream(request) : JSON.stringify(body);
  const made = new Request(toUrl(originalUrl ?? url, headers.host), {
    method,
    headers: picked,
    signal,
    ...(hasBody && { body: stream, duplex: 'half' }),
  });
  noteClientAddress(made, request.socket.remoteAddress);
  return made;
}

/** The host is the client's word, and may be no host at all; only the path decides anything. */
function toUrl(path: string, host = ''): URL {
  const base = `http://${host}`;
  return new URL(`${URL.canParse(base) ? new URL(base).origin : 'http://localhost'}/${path.replace(/^\/+/, '')}`);
}

function toStream(request: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = request[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void request.resume(), // what is not wanted is let run, so that the answer can be read
  });
}

async function send(from: Response, to: ServerResponse, left: AbortSignal): Promise<void> {
  to.writeHead(from.status, Object.fromEntries(from.headers));
  to.flushHeaders();
  const reader = from.body?.getReader();
  // A read that waits for the model would hear of it only with the model's next word.
  const leave = (): void => void reader?.cancel().catch(() => {});
  left.addEventListener('abort', leave);
  try {
    while (reader !== undefined && !left.aborted) {
      const { done, value } = await reader.read();
      if (done) break;
      // To who has gone nothing can be written, and nothing will be taken.
      if (!to.write(value) && !left.aborted) await drained(to);
    }
    to.end();
  } finally {
    left.removeEventListener('abort', leave);
    leave();
  }
}

/** Waits until the client has taken what was written, or has gone, or counts as gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => response.destroy(), STALLED_READER_MS);
    const settle = (): void => {
      clearTimeout(timer);
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
  });
}
