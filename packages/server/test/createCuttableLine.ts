import type { Line } from './createClient.ts';

/** A line that breaks when a test says so. */
export interface CuttableLine {
  readonly line: Line;
  /** Breaks the connection that is open, if any. */
  cut(): void;
}

export function createCuttableLine(): CuttableLine {
  let cut = (): void => {};

  function line({ body, status, headers }: Response): Response {
    if (body === null) return new Response(null, { status, headers });
    const reader = body.getReader();
    const through = new ReadableStream<Uint8Array>({
      start(controller) {
        cut = () => {
          controller.error(new TypeError('The line was cut.'));
          reader.cancel().catch(() => {});
        };
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (value !== undefined) controller.enqueue(value);
        if (done) controller.close();
      },
      cancel: () => reader.cancel(),
    });
    return new Response(through, { status, headers });
  }

  return { line, cut: () => cut() };
}
