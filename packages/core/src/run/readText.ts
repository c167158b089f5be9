import type { TransportResponse } from '../request.ts';
import { readChunks } from './readChunks.ts';

/**
 * Reads a body as text, up to a number of bytes.
 *
 * @returns The text, and whether it is all there was.
 */
export async function readText(
  body: TransportResponse['body'],
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const isWhole =
    !body ||
    (await readChunks(body, signal, (chunk) => {
      bytes += chunk.byteLength;
      text += decoder.decode(chunk, { stream: true });
      return bytes > maxBytes;
    }));
  return { text: text + decoder.decode(), isWhole };
}
