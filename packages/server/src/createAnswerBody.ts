/** The body of an event stream. */
export interface AnswerBody {
  readonly stream: ReadableStream<Uint8Array>;
  /** Adds text; the promise, if there is one, resolves when the reader has room for more. */
  write(text: string): Promise<void> | undefined;
  /** Ends the body; nothing can be written afterwards. */
  close(): void;
}

/** How many bytes may wait for a slow reader before the model is no longer read. */
const HIGH_WATER_BYTES = 64 * 1024;
/** A reader that takes nothing for so long has gone, whatever its connection says. */
const STALLED_READER_MS = 30_000;
const HEARTBEAT = ': hb\n\n';

/**
 * Creates the body of an event stream: it tells when its reader is slow, and sends a comment now and then so that no
 * proxy takes a thinking model for a dead one.
 *
 * @param onLeave - Called when the reader cancels, or has taken nothing for 30 s.
 */
export function createAnswerBody(heartbeatMs: number, onLeave: () => void): AnswerBody {
  const toBytes = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let waiters: (() => void)[] = [];
  let stalled: ReturnType<typeof setTimeout> | undefined;
  const heartbeat = setInterval(beat, heartbeatMs);
  const stream = new ReadableStream<Uint8Array>(
    { start: (made) => void (controller = made), pull: resume, cancel: leave },
    new ByteLengthQueuingStrategy({ highWaterMark: HIGH_WATER_BYTES }),
  );

  function hasRoom(): boolean {
    return (controller?.desiredSize ?? 0) > 0;
  }

  function write(text: string): Promise<void> | undefined {
    if (text !== '') controller?.enqueue(toBytes.encode(text));
    if (controller === null || hasRoom()) return undefined;
    stalled ??= setTimeout(drop, STALLED_READER_MS);
    return new Promise((resolve) => void waiters.push(resolve));
  }

  function resume(): void {
    clearTimeout(stalled);
    stalled = undefined;
    const waiting = waiters;
    waiters = [];
    for (const goOn of waiting) goOn();
  }

  function beat(): void {
    // Nobody needs a sign of life who has not taken what is there.
    if (hasRoom()) controller?.enqueue(toBytes.encode(HEARTBEAT));
  }

  function drop(): void {
    controller?.error(new Error('The reader took nothing for too long.'));
    leave();
  }

  function end(): void {
    clearInterval(heartbeat);
    controller = null;
    resume();
  }

  function leave(): void {
    end();
    onLeave();
  }

  function close(): void {
    controller?.close();
    end();
  }

  return { stream, write, close };
}
