import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createEngine } from '../engine/createEngine.ts';
import type { EngineRequest } from '../engine/engineRequest.ts';
import type { RequestRecord } from '../engine/requestRecord.ts';
import type { EmulatorOptions } from '../options.ts';
import { badRequest, encodeProblem, type Problem } from '../wire/problem.ts';
import { createSocketSink } from './createSocketSink.ts';
import { listenOn, type Listening } from './listenOn.ts';
import { readBody } from './readBody.ts';

export type { Listening } from './listenOn.ts';

/** An OpenAI-compatible server with an emulated model. */
export interface Emulator {
  /**
   * Starts to listen. The base URL for clients is `${url}/v1`.
   *
   * @param port - 0 picks a free one. @defaultValue 0
   * @param host - @defaultValue `127.0.0.1`, which only this machine can reach
   * @throws Error - with `code: 'EADDRINUSE'` when the port is taken.
   */
  listen(port?: number, host?: string): Promise<Listening>;
  /** Breaks what is open and stops listening. */
  close(): Promise<void>;
  /** The last requests, oldest first. */
  requests(): readonly RequestRecord[];
  /**
   * Calls `listener` as `onLog` is called: when a request starts and when it ends.
   *
   * @returns A function that takes the listener away.
   */
  onRequest(listener: (record: RequestRecord) => void): () => void;
}

/** Creates an emulator that listens for HTTP. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const listeners = new Set<(record: RequestRecord) => void>();
  const engine = createEngine({
    ...options,
    onLog(record) {
      options.onLog?.(record);
      for (const listener of listeners) listener(record);
    },
  });
  const server = createServer((request, response) => {
    // Whatever goes wrong with one request, the server goes on; an app's own error was told as a 500 or broke its reply.
    serve(request, response).catch(() => response.destroy());
  });

  // A client that was idle must not meet a connection that closes under its next request.
  server.keepAliveTimeout = 0;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const left = new AbortController();
    response.on('close', () => left.abort());
    const body = await readBody(incoming);
    if (body === 'left') return;
    // The rest of it is not read, so the connection cannot be used again.
    if (body === 'too large') return refuse(response, TOO_LARGE);
    const request = toRequest(incoming, body.text);
    if (request === undefined) return refuse(response, badRequest(`The address ${incoming.url} cannot be read.`));
    await engine.answer(request, createSocketSink(response), left.signal);
  }

  return {
    listen: (port = 0, host = '127.0.0.1') => listenOn(server, port, host),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    requests: engine.requests,
    onRequest(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const TOO_LARGE: Problem = {
  status: 413,
  type: 'invalid_request_error',
  code: 'request_too_large',
  message: 'The request is larger than 32 MiB.',
};

/** Answers what does not reach the engine, and gives the connection up. */
function refuse(response: ServerResponse, problem: Problem): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', connection: 'close' };
  response.writeHead(problem.status, headers).end(encodeProblem(problem, ''));
}

/** `undefined` when the address is none, such as `//`. */
function toRequest({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): EngineRequest | undefined {
  if (!URL.canParse(url, 'http://emulator.invalid')) return undefined;
  const { pathname } = new URL(url, 'http://emulator.invalid');
  const names = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return { method, path: pathname, headers: Object.fromEntries(names), body };
}
