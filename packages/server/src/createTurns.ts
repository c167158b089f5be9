import { createCounters, type Counters } from './createCounters.ts';
import { createTelemetry } from './createTelemetry.ts';
import { nameOfError } from './nameOfError.ts';
import type { ResolvedOptions } from './options.ts';
import type { Problem } from './problem.ts';
import type { ChatRequest } from './readChatRequest.ts';
import { startTurn, type Turn, type TurnEnd, type TurnListener } from './startTurn.ts';
import type { TurnRecord } from './turnRecord.ts';
import { upstreamRequest } from './upstreamRequest.ts';

/** A checked question, and who asked it. */
export interface Question {
  readonly chat: ChatRequest;
  readonly requestId: string;
  readonly user: string | undefined;
}

/** All turns of one endpoint. */
export interface Turns {
  /** Asks the model, and tells all who want to know how it ended. */
  start(question: Question, listener: TurnListener): Turn;
  /** Notes a request that came to no turn. */
  refused(problem: Problem, requestId: string): void;
  /** Lets turns finish for a while, ends the others, and waits for what `onTurn` still does. */
  drain(limitMs: number): Promise<void>;
  counters(): Counters;
}

const SHUTDOWN: Problem = {
  status: 503,
  code: 'server_shutdown',
  message: 'The server is being restarted. Ask again.',
  retryable: true,
};

export function createTurns(options: ResolvedOptions): Turns {
  const { logger } = options;
  const counters = createCounters();
  const observe = createTelemetry(options.telemetry);
  const running = new Map<Turn, Promise<void>>();

  function start(question: Question, listener: TurnListener): Turn {
    const { chat, requestId } = question;
    const startedAt = performance.now();
    const telemetry = observe(chat.model);
    let settle = (): void => {};
    const settled = new Promise<void>((resolve) => (settle = resolve));
    counters.started();
    const turn = startTurn(upstreamRequest(chat, options), requestId, {
      write: listener.write,
      content: telemetry.content,
      end(end) {
        counters.ended(end);
        telemetry.end(end.result, end.problem?.code);
        log(question, end, Math.round(performance.now() - startedAt));
        listener.end(end);
        void hand(toRecord(question, end, Math.round(performance.now() - startedAt))).then(settle);
      },
    });
    running.set(turn, settled);
    void settled.then(() => running.delete(turn));
    return turn;
  }

  async function hand(record: TurnRecord): Promise<void> {
    try {
      await options.onTurn?.(record);
    } catch (error) {
      // Its message is left out: it may quote what it could not keep.
      logger?.warn({ requestId: record.requestId, error: nameOfError(error) }, 'onTurn threw');
    }
  }

  function log({ chat, requestId }: Question, { outcome, result, problem }: TurnEnd, durationMs: number): void {
    const fields = {
      requestId,
      runId: chat.runId,
      model: chat.model,
      outcome,
      durationMs,
      tokens: result.metrics.tokens,
    };
    if (problem === undefined) return logger?.info(fields, 'chat answered');
    const { code, status, phase, requestId: upstreamId } = result.error ?? {};
    const cause = { upstream: code, upstreamStatus: status, phase, upstreamRequestId: upstreamId };
    return logger?.warn({ ...fields, code: problem.code, ...cause }, 'chat failed');
  }

  async function drain(limitMs: number): Promise<void> {
    const all = Promise.all(running.values());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
    await Promise.race([all, limit]);
    clearTimeout(timer);
    for (const turn of running.keys()) turn.fail(SHUTDOWN);
    await all;
  }

  return {
    start,
    refused({ code, status }, requestId) {
      counters.refused(code);
      logger?.warn({ requestId, code, status }, 'chat request refused');
    },
    drain,
    counters: counters.read,
  };
}

function toRecord({ chat, requestId, user }: Question, end: TurnEnd, durationMs: number): TurnRecord {
  const { text, reasoning, parts, finishReason, usage } = end.result;
  const { code, message, retryable = false } = end.problem ?? {};
  return {
    requestId,
    runId: chat.runId,
    user,
    model: chat.model,
    messages: chat.messages,
    outcome: end.outcome,
    text,
    reasoning,
    parts,
    finishReason,
    usage,
    error: code === undefined || message === undefined ? undefined : { code, message, retryable },
    durationMs,
  };
}
