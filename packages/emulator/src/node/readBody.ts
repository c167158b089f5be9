import type { IncomingMessage } from 'node:http';

/** Longer than any context of any model, and far shorter than memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads a request's body as text; `'left'` when the client left before it was whole, `'too large'` over 32 MiB. */
export async function readBody(incoming: IncomingMessage): Promise<{ readonly text: string } | 'left' | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming) {
      size += chunk.length;
      if (size > MOST_BYTES) return 'too large';
      chunks.push(chunk);
    }
  } catch {
    return 'left';
  }
  return { text: Buffer.concat(chunks).toString('utf8') };
}
