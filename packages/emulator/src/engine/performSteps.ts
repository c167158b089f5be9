import type { EmulatorClock } from '../timing/clock.ts';
import type { Sink } from './sink.ts';
import type { Step } from './step.ts';
import { gzip } from './gzip.ts';
import { yieldToHost } from './yieldToHost.ts';

/** What `performSteps` needs around the steps. */
export interface Performance {
  readonly clock: EmulatorClock;
  readonly sink: Sink;
  /** Aborts when the client has gone; nothing more is generated from that moment. */
  readonly signal: AbortSignal;
  /** Called for each wait that was waited out, with the tokens it generated. */
  onTokens(tokens: number): void;
}

const STEPS_PER_TURN = 128;

/** Performs steps until they end or the client leaves. */
export async function performSteps(steps: Iterable<Step>, performance: Performance): Promise<void> {
  const { clock, signal } = performance;
  // Pauses are counted from the start, so that slow timers and slow readers do not slow the model.
  let dueMs = clock.now();
  let taken = 0;
  for (const step of steps) {
    if (signal.aborted) return;
    if (step.kind === 'wait') {
      dueMs += step.ms;
      const ms = dueMs - clock.now();
      if (step.ms > 0 && ms > 0) await clock.delay(ms, signal);
      if (signal.aborted) return;
      performance.onTokens(step.tokens);
    } else {
      await perform(step, performance);
    }
    taken += 1;
    // Without this an answer that waits for nothing would never let the host see that the client left.
    if (taken % STEPS_PER_TURN === 0) await yieldToHost();
  }
}

async function perform(step: Exclude<Step, { kind: 'wait' }>, { sink, signal }: Performance): Promise<void> {
  switch (step.kind) {
    case 'head':
      return sink.head(step.head);
    case 'write':
      return sink.write(step.bytes);
    case 'gzip':
      return sink.write(await gzip(step.bytes));
    case 'silence':
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    case 'end':
      return sink.end();
    case 'reset':
      return sink.reset();
  }
}
