import { createFaultChooser } from '../faults/createFaultChooser.ts';
import type { EmulatorOptions } from '../options.ts';
import { createReplay } from '../record/createReplay.ts';
import { createAdmission } from './createAdmission.ts';
import { createAskCounter } from './createAskCounter.ts';
import { createId } from './createId.ts';
import { createRequestLog, type LogEntry } from './createRequestLog.ts';
import type { EngineRequest } from './engineRequest.ts';
import { openHeaders } from './openHeaders.ts';
import { performSteps } from './performSteps.ts';
import { playRequest } from './playRequest.ts';
import { encodeReply, problemReply } from './reply.ts';
import type { Outcome, RequestRecord } from './requestRecord.ts';
import { resolveOptions } from './resolveOptions.ts';
import { routeControl } from './routeControl.ts';
import type { Sink } from './sink.ts';
import type { Head, Step } from './step.ts';
import { optionThrew } from '../wire/problem.ts';

/** The emulated model, behind whatever face. */
export interface Engine {
  /**
   * Answers a request through a sink. Resolves when the reply ended or the client left. What an `answer`,
   * `skills` or `fault` of the options threw becomes a 500 where the sink explains and nothing was sent yet;
   * otherwise the connection is broken and the promise rejects with it.
   *
   * @param signal - Aborts when the client leaves.
   */
  answer(request: EngineRequest, sink: Sink, signal: AbortSignal): Promise<void>;
  requests(): readonly RequestRecord[];
}

/** Creates the engine that all faces share. */
export function createEngine(given: EmulatorOptions = {}): Engine {
  const options = resolveOptions(given);
  const { clock } = options;
  const log = createRequestLog(options.logSize, clock);
  const admit = createAdmission(options.requestsPerMinute ?? Infinity, clock);
  const countAsked = createAskCounter();
  const players = {
    choose: createFaultChooser(options.fault),
    replay: options.replay === undefined ? undefined : createReplay(options.replay, options.replaySpeed ?? 1),
  };
  let count = 0;

  async function answer(request: EngineRequest, sink: Sink, signal: AbortSignal): Promise<void> {
    const control = routeControl(request, log);
    if (control) return performSteps(encodeReply(control), { clock, sink, signal, onTokens: () => {} });
    count += 1;
    const id = createId('req-', options.seed, count);
    const entry = log.start({ id, method: request.method, path: request.path });
    const opened = { ...sink, head: (head: Head) => sink.head(openHeaders(head, id)) };
    const watched = watchSink(opened, entry, settle);
    try {
      const { steps, about } = playRequest(request, { options, admit, countAsked, id, number: count }, players);
      entry.update(about);
      options.onLog?.(entry.snapshot());
      await follow(steps, watched);
    } catch (error) {
      if (sink.explains && entry.snapshot().status === undefined) return explain(error);
      settle('fault');
      sink.reset(error);
      throw error;
    }

    async function explain(error: unknown): Promise<void> {
      const problem = optionThrew(error);
      entry.update({ status: problem.status });
      settle('fault');
      const steps = encodeReply(problemReply(problem, id));
      return performSteps(steps, { clock, sink: opened, signal, onTokens: () => {} });
    }

    async function follow(steps: Iterable<Step>, to: Sink): Promise<void> {
      const leave = () => settle('client left');
      signal.addEventListener('abort', leave);
      await performSteps(steps, { clock, sink: to, signal, onTokens: entry.addTokens });
      signal.removeEventListener('abort', leave);
    }

    function settle(outcome: Exclude<Outcome, 'running'>): void {
      if (entry.snapshot().outcome !== 'running') return;
      entry.end(outcome);
      options.onLog?.(entry.snapshot());
    }
  }

  return { answer, requests: log.list };
}

/** Tells the log before the client, so that a client that has its answer finds it in the log. */
function watchSink(sink: Sink, entry: LogEntry, settle: (outcome: 'finished' | 'fault') => void): Sink {
  const end = () => settle(entry.snapshot().fault === undefined ? 'finished' : 'fault');
  return {
    explains: sink.explains,
    head(head) {
      entry.update({ status: head.status });
      sink.head(head);
    },
    write(bytes) {
      entry.addBytes(bytes.length);
      return sink.write(bytes);
    },
    end() {
      end();
      sink.end();
    },
    reset() {
      end();
      sink.reset();
    },
  };
}
