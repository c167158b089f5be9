/**
 * Hands each chunk of a body to `take`, which ends the reading by answering `true`. However it ends, what is left is
 * cancelled and the body released; a signal ends it at once, even where the transport does not listen to that signal.
 *
 * @returns Whether the body was read to its end.
 */
export async function readChunks(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  take: (chunk: Uint8Array) => boolean | Promise<boolean>,
): Promise<boolean> {
  const reader = body.getReader();
  // Not awaited: a transport may take its time to close, and nobody waits for that.
  const cancel = (): void => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', cancel);
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read();
      if (done) return true;
      // Awaiting what is there costs as much as reading it did.
      const isEnough = take(value);
      if (typeof isEnough === 'boolean' ? isEnough : await isEnough) break;
    }
    return false;
  } finally {
    cancel();
    reader.releaseLock();
  }
}
