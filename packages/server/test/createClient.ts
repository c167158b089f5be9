import { type ChatStream, type Clock, streamChat, type StreamRequest, systemClock } from '@ling-stream/core';

/** Changes what comes back over one connection: the n-th, from 0. */
export type Line = (response: Response, connection: number) => Response;

export interface Client {
  stream(request?: Partial<StreamRequest>): ChatStream;
  /** Methods of the requests so far. */
  readonly methods: readonly string[];
}

/** Our client, over a line that a test can cut; it waits for nothing before it tries again. */
export function createClient(
  handler: (request: Request) => Promise<Response>,
  line: Line = (response) => response,
): Client {
  const methods: string[] = [];

  async function fetchThroughLine(...call: Parameters<typeof fetch>): Promise<Response> {
    const request = new Request(...call);
    methods.push(request.method);
    return line(await handler(request), methods.length - 1);
  }

  return {
    methods,
    stream: (request = {}) =>
      streamChat({
        url: 'https://app.example/chat',
        messages: [{ role: 'user', content: 'Hi' }],
        resume: true,
        clock: hasty,
        fetch: fetchThroughLine,
        ...request,
      }),
  };
}

const hasty: Clock = {
  now: systemClock.now,
  setTimer(run, delayMs) {
    if (delayMs >= 30_000) return systemClock.setTimer(run, delayMs);
    const soon = setImmediate(run);
    return () => clearImmediate(soon);
  },
};

/** A line that breaks after so many bytes. */
export function cutAfter(bytes: number, { body, status, headers }: Response): Response {
  const reader = body?.getReader();
  let left = bytes;
  const cut = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done = true, value } = left > 0 ? ((await reader?.read()) ?? {}) : {};
      if (value !== undefined) controller.enqueue(value.subarray(0, left));
      left -= value?.byteLength ?? 0;
      if (left <= 0) {
        controller.error(new TypeError('The line was cut.'));
        await reader?.cancel();
      } else if (done) controller.close();
    },
    cancel: () => reader?.cancel(),
  });
  return new Response(body === null ? null : cut, { status, headers });
}
