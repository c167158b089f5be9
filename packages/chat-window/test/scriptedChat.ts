/** An endpoint in the page that a test plays by hand. */
export interface ScriptedChat {
  readonly fetch: typeof fetch;
  /** The bodies of the requests so far. */
  readonly asked: { readonly messages: { readonly role: string; readonly content: string }[] }[];
  /** Writes some text of the answer. */
  say(text: string): Promise<void>;
  /** Ends the answer well. */
  finish(): Promise<void>;
  /** Breaks the connection. */
  fail(): Promise<void>;
  /** Whether the last request was aborted. */
  isAborted(): boolean;
}

/** Answers each question with what the test says, in the tutorial's dialect. */
export function scriptedChat(): ScriptedChat {
  const encoder = new TextEncoder();
  const asked: ScriptedChat['asked'][number][] = [];
  let stream: ReadableStreamDefaultController<Uint8Array> | null = null;
  let signal: AbortSignal | null | undefined;

  async function write(act: (to: ReadableStreamDefaultController<Uint8Array>) => void): Promise<void> {
    while (stream === null) await nextTask();
    act(stream);
    await nextTask();
  }

  return {
    asked,
    fetch: async (...call) => {
      const request = new Request(...call);
      ({ signal } = call[1] ?? {});
      asked.push((await request.json()) as ScriptedChat['asked'][number]);
      const body = new ReadableStream<Uint8Array>({ start: (made) => void (stream = made) });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    },
    say: (content) => write((to) => to.enqueue(encoder.encode(`data: ${JSON.stringify({ content })}\n\n`))),
    finish: () => write((to) => to.enqueue(encoder.encode('data: {"finish_reason":"stop"}\n\ndata: [DONE]\n\n'))),
    fail: () => write((to) => to.error(new TypeError('connection lost'))),
    isAborted: () => signal?.aborted === true,
  };
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
