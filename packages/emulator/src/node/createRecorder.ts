import { createWriteStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { recordFetch, type Fetch } from '../record/recordFetch.ts';
import { createSocketSink } from './createSocketSink.ts';
import { listenOn, type Listening } from './listenOn.ts';
import { readBody } from './readBody.ts';

/** Options of `createRecorder`. */
export interface RecorderOptions {
  /** The base URL of an OpenAI-compatible endpoint, for example `https://api.ant-ling.com/v1`. */
  readonly upstream: string;
  /** Lines are appended to this file. */
  readonly file: string;
  /** Sent to the endpoint when the client sends no key of its own; never written to the file. */
  readonly apiKey?: string;
  /** The network. @defaultValue fetch */
  readonly fetch?: Fetch;
}

/** A proxy that writes down what passes. */
export interface Recorder {
  /** Starts to listen; the base URL for clients is `${url}/v1`. */
  listen(port?: number, host?: string): Promise<Listening>;
  /** Stops listening and closes the file. */
  close(): Promise<void>;
}

const DROPPED = /^(?:host|connection|content-length|accept-encoding|transfer-encoding|content-encoding|keep-alive)$/;

/** Creates a proxy before a real endpoint that records every exchange with its timing. */
export function createRecorder({ upstream, file, apiKey, fetch = globalThis.fetch }: RecorderOptions): Recorder {
  const output = createWriteStream(file, { flags: 'a' });
  const recorded = recordFetch(fetch, { onLine: (line) => void output.write(line) });
  const base = upstream.replace(/\/+$/, '');
  const server = createServer((request, response) => void serve(request, response));

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const left = new AbortController();
    response.on('close', () => left.abort());
    try {
      const body = await readBody(incoming);
      if (body === 'left') return;
      if (body === 'too large') return void response.writeHead(413).end();
      const { method = 'GET', url = '/' } = incoming;
      const init = {
        method,
        headers: headersOf(incoming),
        signal: left.signal,
        ...(body.text === '' ? {} : { body: body.text }),
      };
      const reply = await recorded(base + url.replace(/^\/v1(?=\/)/, ''), init);
      const sink = createSocketSink(response);
      sink.head({ status: reply.status, headers: keptHeaders(reply.headers) });
      for await (const bytes of reply.body ?? []) await sink.write(bytes);
      sink.end();
    } catch (error) {
      if (response.headersSent) response.destroy();
      else if (!response.destroyed) response.writeHead(502).end(String(error));
    }
  }

  function headersOf(incoming: IncomingMessage): Headers {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) {
      if (!DROPPED.test(name) && value !== undefined) headers.set(name, String(value));
    }
    if (apiKey !== undefined && !headers.has('authorization')) headers.set('authorization', `Bearer ${apiKey}`);
    return headers;
  }

  return {
    listen: (port = 0, host = '127.0.0.1') => listenOn(server, port, host),
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await new Promise((resolve) => void output.end(resolve));
    },
  };
}

function keptHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(Array.from(headers).filter(([name]) => !DROPPED.test(name)));
}
