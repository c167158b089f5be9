import type { EmulatorOptions } from '../options.ts';
import { createAdmission } from './createAdmission.ts';
import { createId } from './createId.ts';
import { createRequestLog, type LogEntry } from './createRequestLog.ts';
import type { EngineRequest } from './engineRequest.ts';
import { performSteps } from './performSteps.ts';
import { encodeReply, type Reply } from './reply.ts';
import type { Outcome, RequestRecord } from './requestRecord.ts';
import { resolveOptions } from './resolveOptions.ts';
import { routeRequest } from './routeRequest.ts';
import type { Sink } from './sink.ts';

/** The emulated model, behind whatever face. */
export interface Engine {
  /**
   * Answers a request through a sink. Resolves when the reply ended or the client left.
   *
   * @param signal - Aborts when the client leaves.
   */
  answer(request: EngineRequest, sink: Sink, signal: AbortSignal): Promise<void>;
  requests(): readonly RequestRecord[];
}

/** Creates the engine that all faces share. */
export function createEngine(given: EmulatorOptions = {}): Engine {
  const options = resolveOptions(given);
  const log = createRequestLog(options.logSize, options.clock);
  const admit = createAdmission(options.requestsPerMinute ?? Infinity, options.clock);
  let count = 0;

  async function answer(request: EngineRequest, sink: Sink, signal: AbortSignal): Promise<void> {
    count += 1;
    const id = createId('req-', options.seed, count);
    const entry = log.start({ id, method: request.method, path: request.path });
    const { reply, about } = routeRequest(request, { options, log, admit, id, number: count });
    entry.update(about);
    options.onLog?.(entry.snapshot());
    const settle = (outcome: Exclude<Outcome, 'running'>) => {
      if (entry.snapshot().outcome !== 'running') return;
      entry.end(outcome);
      options.onLog?.(entry.snapshot());
    };
    const leave = () => settle('client left');
    signal.addEventListener('abort', leave);
    await performSteps(encodeReply(addHeaders(reply, request, id)), {
      clock: options.clock,
      sink: watchSink(sink, entry, settle),
      signal,
      onTokens: entry.addTokens,
    });
    signal.removeEventListener('abort', leave);
  }

  return { answer, requests: log.list };
}

/** Pages of any origin may use the model; only the log stays with the machine it runs on. */
function addHeaders(reply: Reply, request: EngineRequest, id: string): Reply {
  const cors = request.path.includes('/_emulator/')
    ? {}
    : {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
        'access-control-expose-headers': '*',
      };
  const headers = { ...reply.head.headers, ...cors, 'x-request-id': id };
  return { ...reply, head: { ...reply.head, headers } };
}

/** The log knows how a request ended before its client does. */
function watchSink(sink: Sink, entry: LogEntry, settle: (outcome: 'finished' | 'fault') => void): Sink {
  return {
    head(head) {
      entry.update({ status: head.status });
      sink.head(head);
    },
    write(bytes) {
      entry.addBytes(bytes.length);
      return sink.write(bytes);
    },
    end() {
      settle('finished');
      sink.end();
    },
    reset() {
      settle('fault');
      sink.reset();
    },
  };
}
