import { systemClock } from '../clock.ts';
import { createReporter } from '../createReporter.ts';
import type { StreamEvent } from '../event.ts';
import { LingError, type LingErrorPhase } from '../LingError.ts';
import type { StreamRequest } from '../request.ts';
import type { StreamResult } from '../result.ts';
import { createDecoder } from '../wire/createDecoder.ts';
import { createDeadlines, type DeadlinePhase } from './createDeadlines.ts';
import { createIntake } from './createIntake.ts';
import { createRecovery } from './createRecovery.ts';
import { fetchTransport } from './fetchTransport.ts';
import { type OpenResponse, openResponse } from './openResponse.ts';
import { prepareRequest } from './prepareRequest.ts';
import { type ReadEnd, readEvents } from './readEvents.ts';
import { readJsonReply } from './readJsonReply.ts';
import { stopRun } from './stopRun.ts';
import { waitForOnline } from './waitForOnline.ts';

/** Who is told what happens in a stream. What it throws is reported as uncaught, and the stream goes on. */
export interface StreamListener {
  /** All events of one arrival, in order, as soon as they are here; reading goes on when it has resolved. */
  events(events: readonly StreamEvent[]): void | Promise<void>;
  /** Called exactly once, last. After `abort()` it is called in the same tick. */
  end(result: StreamResult): void;
}

export interface Run {
  /** Stops the stream: the listener hears its end before this returns, and the transport is aborted. */
  abort(): void;
}

/** Drives one stream from the first attempt to its one end. */
export function createRun(request: StreamRequest, listener: StreamListener): Run {
  const { clock = systemClock, requireTerminator = true, limits = {} } = request;
  const transport = request.transport ?? fetchTransport(request.fetch);
  const recovery = createRecovery(request);
  const { run } = recovery;
  const intake = createIntake(request, clock, run?.id);
  const deadlines = createDeadlines(request.timeout ?? {}, clock, expire);
  const tell = createReporter();
  let decode = createDecoder(request.decode);
  let controller = new AbortController();
  let cancelWait = (): void => {};
  let attempts = 0;
  let phase: LingErrorPhase;
  let isSettled = false;

  function begin(): void {
    // One for each attempt: what an earlier one still says finds its signal aborted, and is ignored.
    const { signal } = (controller = new AbortController());
    phase = 'connect';
    tryOnce(signal).catch((cause: unknown) => {
      if (!signal.aborted) fail(LingError.is(cause) ? cause : disconnected(phase, cause));
    });
  }

  async function tryOnce(signal: AbortSignal): Promise<void> {
    await waitForOnline(signal);
    signal.throwIfAborted();
    attempts += 1;
    deadlines.connecting();
    const isResume = recovery.canResume(intake.hasContent());
    if (!isResume) {
      run?.cursor.reset();
      intake.restart();
      decode = createDecoder(request.decode);
    }
    const prepared = await prepareRequest(request, isResume ? 'GET' : 'POST', run);
    const response = await openResponse(prepared, transport, signal, { clock, onRefusal: deadlines.pause });
    if (signal.aborted) return void response.body.cancel().catch(() => {});
    if (response.kind === 'nothing') return settle('done');
    phase = 'stream';
    deadlines.opened();
    intake.metrics.opened();
    await deliver([{ type: 'open', attempt: attempts, ...response.head }], signal);
    const end = await read(response, signal, !isResume);
    signal.throwIfAborted();
    const isComplete =
      intake.hasFinished() || requireTerminator === false || (end === 'done' && requireTerminator === true);
    if (end !== 'stopped' && !isComplete) throw truncated();
    settle(end === 'stopped' ? end : 'done');
  }

  async function read({ kind, body }: OpenResponse, signal: AbortSignal, acceptsJson: boolean): Promise<ReadEnd> {
    const onArrival = (events: readonly StreamEvent[]): Promise<void> | undefined => {
      if (events.length > 0) recovery.progressed();
      return deliver(events, signal);
    };
    const maxEventChars = limits.eventChars ?? 2 ** 24;
    const options = { decode, cursor: run?.cursor, maxEventChars, acceptsJson, onArrival };
    if (kind === 'events') return readEvents(body, signal, options);
    await onArrival(await readJsonReply(body, signal, decode, maxEventChars));
    return 'done';
  }

  function deliver(arrival: readonly StreamEvent[], signal: AbortSignal): Promise<void> | undefined {
    if (signal.aborted) return undefined;
    const { events, overLimit } = intake.take(arrival);
    deadlines.arrived(intake.hasContent());
    const pending = events.length > 0 ? tell(() => listener.events(events)) : undefined;
    const goOn = (): void => {
      deadlines.release();
      if (overLimit !== undefined) throw overLimit;
    };
    if (pending !== undefined) {
      deadlines.hold();
      return pending.then(goOn);
    }
    goOn();
    return undefined;
  }

  function fail(error: LingError): void {
    controller.abort();
    deadlines.pause();
    // A complete answer whose connection breaks or hangs is still a complete answer.
    if (intake.hasFinished() && /network|timeout/.test(error.code)) return settle('done');
    const next = recovery.after(error, attempts, intake.hasContent());
    if (LingError.is(next)) return settle('error', next);
    cancelWait = clock.setTimer(begin, next.delayMs);
    if (!intake.hasContent()) return;
    intake.metrics.reconnecting();
    void tell(() => listener.events([{ type: 'reconnecting', ...next }]));
  }

  function expire(limit: DeadlinePhase, limitMs: number): void {
    const message = `The answer did not come in time: ${limitMs} ms passed. Raise timeout.${limit} if that is too short.`;
    fail(new LingError('timeout', message, { phase: limit, retryable: true }));
  }

  function settle(outcome: StreamResult['outcome'], error?: LingError): void {
    isSettled = true;
    controller.abort();
    deadlines.clear();
    cancelWait();
    request.signal?.removeEventListener('abort', abort);
    const rest = intake.close(outcome);
    const result = intake.result(outcome, attempts, error);
    const last: readonly StreamEvent[] = outcome === 'error' ? rest : [...rest, { type: 'end', outcome, result }];
    if (last.length > 0) void tell(() => listener.events(last));
    void tell(() => listener.end(result));
  }

  function abort(): void {
    if (isSettled) return;
    settle('stopped');
    if (run !== null && attempts > 0) stopRun(request, run, transport);
  }

  if (request.signal?.aborted === true) abort();
  else {
    request.signal?.addEventListener('abort', abort);
    begin();
  }
  return { abort };
}

function disconnected(phase: LingErrorPhase, cause: unknown): LingError {
  const message = 'The connection to the chat endpoint failed. Check the network and that the server runs.';
  return new LingError('network', message, { phase, retryable: true, cause });
}

function truncated(): LingError {
  const message = 'The stream ended without saying that the answer is complete.';
  return new LingError('truncated', message, { phase: 'stream', retryable: true });
}
