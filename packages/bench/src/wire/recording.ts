/** A long answer as a provider sends it, whole and cut. */
export interface Recording {
  readonly wire: string;
  /** The `data` of each event, ready to be parsed: what the floor is given. */
  readonly payloads: readonly string[];
  readonly text: string;
}

/** Makes an answer of typical chunks, English and Chinese, of about so many megabytes. */
export function makeRecording(megabytes: number): Recording {
  const words = ['The', ' spring', ' comes', '，', '春', '天', '来了', '.\n', ' `code`', ' and'];
  const payloads: string[] = [];
  let bytes = 0;
  let text = '';
  while (bytes < megabytes * 1_000_000) {
    const content = words[payloads.length % words.length] ?? '';
    const delta = payloads.length === 0 ? { role: 'assistant', content } : { content };
    const payload = JSON.stringify({
      id: 'chatcmpl-0123456789abcdef',
      object: 'chat.completion.chunk',
      created: 1_790_000_000,
      model: 'Ling-2.6-flash',
      choices: [{ index: 0, delta, finish_reason: null }],
    });
    text += content;
    bytes += payload.length + 'data: \n\n'.length;
    payloads.push(payload);
  }
  payloads.push(
    JSON.stringify({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }),
  );
  return { wire: `${payloads.map((payload) => `data: ${payload}\n\n`).join('')}data: [DONE]\n\n`, payloads, text };
}

/** The bytes in pieces of one size, as a network delivers them. */
export function cutBytes(wire: string, pieceBytes: number): Uint8Array[] {
  const bytes = new TextEncoder().encode(wire);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) pieces.push(bytes.subarray(at, at + pieceBytes));
  return pieces;
}

/** The bytes in one piece an event. */
export function cutEvents(wire: string): Uint8Array[] {
  const encoder = new TextEncoder();
  return wire.split(/(?<=\n\n)/).map((event) => encoder.encode(event));
}

/** The pieces as the body of a response. */
export function bodyOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[next];
        next += 1;
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    },
    { highWaterMark: 64 },
  );
}

/** The pieces as a response, for readers that want one. */
export function responseOf(pieces: readonly Uint8Array[]): Response {
  return new Response(bodyOf(pieces), { headers: { 'content-type': 'text/event-stream' } });
}
