import { type StreamRequest, type StreamResult, streamChat } from '@ling-stream/core';
import { encodeEvent } from './encodeEvent.ts';
import { type Problem, problemBody } from './problem.ts';
import type { RunEnd, RunEvent } from './runStore.ts';
import { upstreamProblem } from './upstreamProblem.ts';

/** One question on its way to the model, and its answer on the way back. */
export interface Turn {
  /** Resolves once the model has accepted, or with why it did not: a refusal can still become a status. */
  readonly opened: Promise<Problem | undefined>;
  /** Stops the model. Does nothing when the turn has ended. */
  stop(): void;
  /** Stops the model, and ends the answer with a failure of ours. */
  fail(problem: Problem): void;
}

/** How a turn ended. */
export interface TurnEnd {
  readonly outcome: RunEnd;
  readonly result: StreamResult;
  /** Present exactly when `outcome` is `error`. */
  readonly problem: Problem | undefined;
}

export interface TurnListener {
  /** Takes what the model wrote; a promise slows the model down. The last entry has an `end`. */
  write(events: readonly RunEvent[]): void | Promise<void>;
  /** The first content is here. */
  content?(): void;
  /** Called once, last. */
  end(end: TurnEnd): void;
}

/** What the readers of an answer are told that somebody stopped: `streamChat` takes it for the outcome `stopped`. */
const STOPPED = '{"type":"abort"}';
const LOST: Problem = {
  status: 503,
  code: 'store_unavailable',
  message: 'The answer could not be kept, so it was ended. Try again later.',
  retryable: true,
};

/** Asks the model, and writes its answer as entries in our dialect, the last of which says how it ended. */
export function startTurn(request: StreamRequest, requestId: string, listener: TurnListener): Turn {
  const stream = streamChat(request);
  let failure: Problem | undefined;
  let seq = 0;
  let settle = (_problem: Problem | undefined): void => {};
  const opened = new Promise<Problem | undefined>((resolve) => (settle = resolve));

  function write(texts: readonly string[], end?: RunEnd): Promise<void> | undefined {
    const entries = texts.map((data): RunEvent => ({ seq: (seq += 1), data, ...(end && { end }) }));
    try {
      return listener.write(entries)?.catch(() => fail(LOST)) ?? undefined;
    } catch {
      seq -= entries.length; // nothing was kept
      fail(LOST);
      return undefined;
    }
  }

  function fail(problem: Problem): void {
    failure ??= problem;
    stream.abort();
  }

  stream.listen({
    events(events) {
      if (events.some(({ type }) => type === 'open')) settle(undefined);
      const texts = events.map(encodeEvent).filter((text) => text !== null);
      if (texts.length === 0) return undefined;
      if (seq === 0) listener.content?.();
      return write(texts);
    },
    end(result) {
      // A failure of ours stops the stream, so its own outcome is not the turn's.
      const problem = failure ?? (result.error && upstreamProblem(result.error));
      failure ??= problem;
      const outcome = problem === undefined ? result.outcome : 'error';
      void write([lastText(outcome, problem, requestId)], outcome);
      settle(problem);
      listener.end({ outcome, result, problem });
    },
  });
  return { opened, stop: () => stream.abort(), fail };
}

/** An end is an end only if the model said so: after a failure no [DONE] follows. */
function lastText(outcome: RunEnd, problem: Problem | undefined, requestId: string): string {
  if (problem !== undefined) return problemBody(problem, requestId);
  return outcome === 'done' ? '[DONE]' : STOPPED;
}
