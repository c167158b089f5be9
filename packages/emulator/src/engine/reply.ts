import type { Frame } from '../wire/frame.ts';
import { encodeProblem, type Problem } from '../wire/problem.ts';
import type { Head, Step } from './step.ts';

/** A reply as it would be if nothing went wrong. */
export interface Reply {
  readonly head: Head;
  readonly frames: Iterable<Frame>;
  /** The whole body is made before the head is sent, as JSON replies are. */
  readonly buffered: boolean;
  /** The event that tells why the answer ended, in the reply's dialect, if it has one. */
  readonly finish?: (reason: string) => string;
}

/** Headers that keep a stream a stream on its way. */
export const EVENT_STREAM: Readonly<Record<string, string>> = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/** A JSON reply that takes no time. */
export function jsonReply(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const head = { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } };
  return { head, frames: body === '' ? [] : [{ kind: 'json', ms: 0, tokens: 0, text: body }], buffered: true };
}

/** A reply that says what is wrong. */
export function problemReply(problem: Problem, id: string): Reply {
  return jsonReply(problem.status, encodeProblem(problem, id), problem.headers);
}

/** The steps of a good reply. */
export function* encodeReply(reply: Reply): Generator<Step> {
  if (reply.buffered) {
    const written: Step[] = [];
    for (const step of encodeFrames(reply.frames)) {
      if (step.kind === 'wait') yield step;
      else written.push(step);
    }
    yield { kind: 'head', head: reply.head };
    yield* written;
  } else {
    yield { kind: 'head', head: reply.head };
    yield* encodeFrames(reply.frames);
  }
  yield { kind: 'end' };
}

/** The waits and writes of frames. */
export function* encodeFrames(frames: Iterable<Frame>): Generator<Step> {
  const encoder = new TextEncoder();
  for (const { ms, tokens, text } of frames) {
    if (ms > 0 || tokens > 0) yield { kind: 'wait', ms, tokens };
    if (text !== '') yield { kind: 'write', bytes: encoder.encode(text) };
  }
}
