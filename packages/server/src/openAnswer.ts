import { type LingError, type StreamRequest, streamChat } from '@ling-stream/core';
import { type AnswerBody, createAnswerBody } from './createAnswerBody.ts';
import { createEventEncoder } from './createEventEncoder.ts';
import { problemBody } from './problem.ts';
import { upstreamProblem } from './upstreamProblem.ts';

export interface AnswerOptions {
  readonly requestId: string;
  /** Whether events get ids; see {@link createEventEncoder}. */
  readonly withIds: boolean;
  readonly heartbeatMs: number;
  /** Fires when the client leaves; the model is stopped then. */
  readonly signal: AbortSignal;
  /** Called once, when the model has ended or was stopped. */
  readonly onEnd: (outcome: 'done' | 'stopped' | 'error', error?: LingError) => void;
}

/**
 * Asks the model and opens its answer as a body in our dialect.
 *
 * Resolves once the model has accepted the request, so that a refusal can still become a status.
 * A reader that stops reading stops the reading of the model; one that leaves stops the model.
 *
 * @throws LingError - When the model refused, failed or could not be reached.
 */
export function openAnswer(request: StreamRequest, options: AnswerOptions): Promise<ReadableStream<Uint8Array>> {
  const { requestId, signal } = options;
  const stream = streamChat(request);
  const encode = createEventEncoder(options.withIds);
  const leave = (): void => stream.abort();
  let body: AnswerBody | null = null;

  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', leave, { once: true });
    stream.listen({
      events(events) {
        if (body === null && events.some((event) => event.type === 'open')) {
          body = createAnswerBody(options.heartbeatMs, leave);
          resolve(body.stream);
        }
        return body?.write(encode(events));
      },
      end({ outcome, error }) {
        signal.removeEventListener('abort', leave);
        options.onEnd(outcome, error);
        // An end is an end only if the model said so: after a failure no [DONE] follows.
        if (error !== undefined) void body?.write(`data: ${problemBody(upstreamProblem(error), requestId)}\n\n`);
        else if (outcome === 'done') void body?.write('data: [DONE]\n\n');
        body?.close();
        if (error !== undefined) reject(error);
        else resolve(new ReadableStream({ start: (empty) => empty.close() }));
      },
    });
    if (signal.aborted) leave();
  });
}
