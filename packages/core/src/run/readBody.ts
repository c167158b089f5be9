import type { TransportResponse } from '../request.ts';

/**
 * Reads a body as text, up to a number of bytes; what lies beyond is cancelled unread.
 *
 * @returns The text, and whether it is all there was.
 */
export async function readBody(
  body: TransportResponse['body'],
  maxBytes: number,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  if (body === null) return { text: '', isWhole: true };
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  let isWhole = false;
  try {
    while (bytes < maxBytes && !isWhole) {
      const { done, value } = await reader.read();
      if (done) isWhole = true;
      else {
        bytes += value.byteLength;
        pieces.push(decoder.decode(value, { stream: true }));
      }
    }
    pieces.push(decoder.decode());
    return { text: pieces.join(''), isWhole };
  } finally {
    if (!isWhole) await reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}
