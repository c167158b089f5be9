import { createAnswer } from '../answer/createAnswer.ts';
import { systemClock } from '../clock.ts';
import { isContent, type StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import type { StreamRequest } from '../request.ts';
import type { StreamResult } from '../result.ts';
import { createDeadlines, type DeadlinePhase } from './createDeadlines.ts';
import { createLimitGuard } from './createLimitGuard.ts';
import { createMetrics } from './createMetrics.ts';
import { fetchTransport } from './fetchTransport.ts';
import { openResponse } from './openResponse.ts';
import { prepareRequest } from './prepareRequest.ts';
import { readEvents } from './readEvents.ts';
import { readJsonReply } from './readJsonReply.ts';
import { retryPolicy } from './retryPolicy.ts';
import { waitForOnline } from './waitForOnline.ts';

/** Who is told what happens in a stream. */
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
export function runStream(request: StreamRequest, listener: StreamListener): Run {
  const { clock = systemClock, requireTerminator = true } = request;
  const transport = request.transport ?? fetchTransport(request.fetch);
  const retryDelay = retryPolicy(request.retry);
  const answer = createAnswer(clock);
  const metrics = createMetrics(clock);
  const guard = createLimitGuard(request.limits ?? {});
  const controller = new AbortController();
  const deadlines = createDeadlines(request.timeout ?? {}, clock, expire);
  let cancelWait = (): void => {};
  let hasContent = false;
  let hasEndMark = false;
  let isSettled = false;
  let runId: string | undefined;

  async function run(): Promise<void> {
    for (let attempt = 1; !isSettled; attempt += 1) {
      await waitForOnline(controller.signal);
      if (isSettled) return;
      try {
        return await tryOnce(attempt);
      } catch (cause) {
        if (isSettled) return;
        const error = toLingError(cause);
        const delayMs = !hasContent && !hasEndMark && retryDelay(error, attempt);
        if (delayMs === false) return hasEndMark ? settle('done') : settle('error', error);
        deadlines.pause();
        await wait(delayMs);
      }
    }
  }

  async function tryOnce(attempt: number): Promise<void> {
    metrics.attempt();
    deadlines.connecting();
    const prepared = await prepareRequest(request);
    if (isSettled) return;
    const response = await openResponse(prepared, transport, controller.signal);
    if (isSettled) return void response.body.cancel().catch(() => {});
    deadlines.opened();
    metrics.opened();
    await deliver([{ type: 'open', attempt, status: response.status, headers: response.headers }]);
    if (response.kind === 'json') {
      await deliver(await readJsonReply(response.body));
      return settle('done');
    }
    const end = await readEvents(response.body, { maxEventChars: request.limits?.eventChars, onArrival: deliver });
    if (end === 'stopped') return settle('stopped');
    if (end === 'done' || hasEndMark || !requireTerminator) return settle('done');
    throw new LingError('truncated', 'The stream ended without saying that the answer is complete.', {
      phase: 'stream',
      retryable: true,
    });
  }

  async function deliver(events: readonly StreamEvent[]): Promise<void> {
    if (isSettled) return;
    const kept = guard(events);
    deadlines.arrived(kept.events.some(isContent));
    metrics.arrived(kept.events);
    for (const event of kept.events) note(event);
    if (kept.events.length > 0) await listener.events(kept.events);
    if (kept.overLimit !== undefined) throw kept.overLimit;
  }

  function note(event: StreamEvent): void {
    answer.add(event);
    if (event.type === 'finish') hasEndMark = true;
    else if (event.type === 'start') runId = event.runId ?? runId;
    else if (isContent(event)) hasContent = true;
  }

  function settle(outcome: StreamResult['outcome'], error?: LingError): void {
    if (isSettled) return;
    isSettled = true;
    deadlines.clear();
    cancelWait();
    controller.abort();
    request.signal?.removeEventListener('abort', abort);
    answer.close();
    const { usage, ...snapshot } = answer.snapshot();
    const result: StreamResult = {
      outcome,
      ...(error && { error }),
      ...snapshot,
      ...(usage && { usage }),
      metrics: metrics.read(),
      ...(runId && { runId }),
    };
    // The end is told to whoever listens to events too; how fast they take it in is of no concern any more.
    if (outcome !== 'error') void listener.events([{ type: 'end', outcome, result }]);
    listener.end(result);
  }

  function expire(phase: DeadlinePhase, limitMs: number): void {
    // A complete answer whose connection hangs is still a complete answer.
    if (hasEndMark) return settle('done');
    const message = `The answer did not come in time: ${limitMs} ms passed (${phase}). Raise timeout.${phase} if that is too short.`;
    settle('error', new LingError('timeout', message, { phase, retryable: true }));
  }

  function toLingError(cause: unknown): LingError {
    if (LingError.is(cause)) return cause;
    const phase = hasContent ? 'stream' : 'connect';
    const message = 'The connection to the chat endpoint failed. Check the network and that the server runs.';
    return new LingError('network', message, { phase, retryable: true, cause });
  }

  function wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancelTimer = clock.setTimer(resolve, delayMs);
      cancelWait = () => {
        cancelTimer();
        resolve();
      };
    });
  }

  function abort(): void {
    settle('stopped');
  }

  if (request.signal?.aborted === true) abort();
  else request.signal?.addEventListener('abort', abort, { once: true });
  void run();
  return { abort };
}
