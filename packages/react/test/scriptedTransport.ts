import type { Transport } from '@ling-stream/core';

/** An endpoint that a test plays by hand. */
export interface ScriptedTransport {
  readonly transport: Transport;
  /** Requests so far, in order. */
  readonly requests: { readonly body: unknown; readonly signal: AbortSignal }[];
  /** Sends the tutorial's events, one for each text. */
  send(...texts: readonly string[]): Promise<void>;
  /** Sends raw bytes as text. */
  sendRaw(text: string): Promise<void>;
  /** Ends the body; add `[DONE]` by `sendRaw` before it to end it well. */
  close(): Promise<void>;
  fail(): Promise<void>;
}

/** Answers each request with a stream that the test writes to. */
export function scriptedTransport(
  status = 200,
  head: HeadersInit = { 'content-type': 'text/event-stream' },
): ScriptedTransport {
  const encoder = new TextEncoder();
  const requests: ScriptedTransport['requests'][number][] = [];
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  // A macrotask: the reader has taken in what was written before it.
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  async function write(act: (to: ReadableStreamDefaultController<Uint8Array>) => void): Promise<void> {
    while (controller === null) await settle();
    act(controller);
    await settle();
  }

  const sendRaw = (text: string): Promise<void> => write((to) => to.enqueue(encoder.encode(text)));
  return {
    requests,
    transport: async (request, signal) => {
      requests.push({ body: JSON.parse(request.body ?? 'null') as unknown, signal });
      const body = new ReadableStream<Uint8Array>({ start: (made) => void (controller = made) });
      return { status, headers: new Headers(head), body };
    },
    send: (...texts) => sendRaw(texts.map((content) => `data: ${JSON.stringify({ content })}\n\n`).join('')),
    sendRaw,
    close: () => write((to) => to.close()),
    fail: () => write((to) => to.error(new TypeError('connection lost'))),
  };
}
