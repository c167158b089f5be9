import { type ChatHandler, createChatHandler } from '../src/createChatHandler.ts';
import type { ChatHandlerOptions } from '../src/options.ts';

/** A key that nobody but the model may ever see. */
export const CANARY = 'sk-canary-0123456789';

/** What reached the model. */
export interface SentRequest {
  readonly url: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SetUp {
  readonly handler: ChatHandler;
  readonly sent: readonly SentRequest[];
  ask(body?: object, headers?: Record<string, string>): Promise<Response>;
}

type Reply = (request: SentRequest) => Response | Promise<Response>;

/** An endpoint before a model whose every reply is the test's. */
export function setUp(options: ChatHandlerOptions = {}, reply: Reply = () => answer('Hi')): SetUp {
  const sent: SentRequest[] = [];
  const handler = createChatHandler({
    apiKey: CANARY,
    baseURL: 'https://model.example/v1/',
    ...options,
    fetch: async (...call) => {
      const made = new Request(...call);
      // A `Request` lets go of its signal when it is collected; the call's own one stays.
      const signal = call[1]?.signal ?? made.signal;
      const request = { url: made.url, headers: made.headers, signal, body: await made.json() };
      sent.push(request);
      return reply(request);
    },
  });
  const ask: SetUp['ask'] = (body = {}, headers = {}) =>
    handler(chatRequest(JSON.stringify({ messages: [{ role: 'user', content: 'Hi' }], ...body }), headers));
  return { handler, sent, ask };
}

/** A question to the endpoint. */
export function chatRequest(body: string, headers: Record<string, string> = {}): Request {
  const all = { 'content-type': 'application/json', ...headers };
  return new Request('https://app.example/chat', { method: 'POST', headers: all, body });
}

/** A stream of the model's. */
export function eventStream(body: BodyInit): Response {
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** A whole answer of the model's, one event a word. */
export function answer(...words: string[]): Response {
  return eventStream(`${words.map(content).join('')}data: [DONE]\n\n`);
}

/** One event of the model's. */
export function content(text: string): string {
  return `data: ${JSON.stringify({ content: text })}\n\n`;
}

/** An answer that the test writes itself. */
export interface OpenAnswer {
  readonly response: Response;
  write(text: string): void;
  end(): void;
  /** Breaks off. */
  fail(): void;
}

export function openAnswer(): OpenAnswer {
  const { readable, writable } = new TransformStream<string, string>();
  const writer = writable.getWriter();
  const ignore = (): void => {};
  return {
    response: eventStream(readable.pipeThrough(new TextEncoderStream())),
    write: (text) => void writer.write(content(text)).catch(ignore),
    fail: () => void writer.abort(new TypeError('The model broke off.')).catch(ignore),
    end: () => void writer.write('data: [DONE]\n\n').catch(ignore),
  };
}
