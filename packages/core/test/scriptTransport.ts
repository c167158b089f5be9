import type { PreparedRequest, Transport, TransportResponse } from '../src/request.ts';
import { bodyOf } from './createBody.ts';

/** What one request is answered with; a function may also throw, or never answer. */
export type Answer =
  | TransportResponse
  | ((request: PreparedRequest, signal: AbortSignal) => TransportResponse | Promise<TransportResponse>);

export interface ScriptedTransport {
  readonly transport: Transport;
  readonly requests: PreparedRequest[];
  readonly signals: AbortSignal[];
}

/** A transport that gives each request the next answer, and writes down what it was asked. */
export function scriptTransport(...answers: readonly Answer[]): ScriptedTransport {
  const requests: PreparedRequest[] = [];
  const signals: AbortSignal[] = [];
  return {
    requests,
    signals,
    async transport(request, signal) {
      const answer = answers[requests.length];
      requests.push(request);
      signals.push(signal);
      if (answer === undefined) throw new Error(`There is no answer to request ${requests.length}.`);
      return typeof answer === 'function' ? answer(request, signal) : answer;
    },
  };
}

/** An event stream. */
export function sse(
  body: ReadableStream<Uint8Array> | string,
  headers: Record<string, string> = {},
): TransportResponse {
  return {
    status: 200,
    headers: new Headers({ 'content-type': 'text/event-stream', ...headers }),
    body: typeof body === 'string' ? bodyOf(body) : body,
  };
}

/** A response of any kind. */
export function reply(
  status: number,
  body: string | ReadableStream<Uint8Array> | null,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): TransportResponse {
  return { status, headers: new Headers(headers), body: typeof body === 'string' ? bodyOf(body) : body };
}

/** One event of our dialect. */
export function event(value: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(value)}\n\n`;
}

export const DONE = 'data: [DONE]\n\n';
