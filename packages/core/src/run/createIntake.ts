import { createAnswer } from '../answer/createAnswer.ts';
import type { Clock } from '../clock.ts';
import { isContent, type StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import type { Limits, StreamRequest } from '../request.ts';
import type { StreamResult } from '../result.ts';
import { createThinkSplitter } from '../wire/createThinkSplitter.ts';
import { createMetrics, type MetricsRecorder } from './createMetrics.ts';

/** What fits, and the failure if not everything did. */
export interface Taken {
  readonly events: readonly StreamEvent[];
  readonly overLimit: LingError | undefined;
}

/** All that one stream has brought so far. */
export interface Intake {
  readonly metrics: MetricsRecorder;
  /** Takes in one arrival. */
  take(events: readonly StreamEvent[]): Taken;
  /** The answer is asked for anew: what an earlier attempt left half-read is forgotten. */
  restart(): void;
  /** Whether the reader has been shown something: then nothing may be asked for a second time. */
  hasContent(): boolean;
  /** Whether the model said that it has finished. */
  hasFinished(): boolean;
  /** Ends the answer, and hands out what was still held back. */
  close(outcome: StreamResult['outcome']): readonly StreamEvent[];
  result(outcome: StreamResult['outcome'], attempts: number, error?: LingError): StreamResult;
}

/** Gathers what one stream brings, within its limits. */
export function createIntake(
  { limits = {}, thinkTags = false }: StreamRequest,
  clock: Clock,
  ownRunId: string | undefined,
): Intake {
  const { answerChars = 2 ** 23, toolArgumentChars = 2 ** 20 } = limits;
  const answer = createAnswer(clock);
  const recorder = createMetrics(clock);
  let splitter = thinkTags ? createThinkSplitter() : null;
  let chars = 0;
  let argumentChars = 0;
  let hasContent = false;
  let hasFinished = false;
  let runId = ownRunId;

  function take(events: readonly StreamEvent[]): Taken {
    const kept: StreamEvent[] = [];
    let overLimit: LingError | undefined;
    for (const event of events) {
      overLimit = measure(event);
      if (overLimit !== undefined) break;
      note(event);
      kept.push(event);
    }
    recorder.arrived(kept);
    return { events: kept, overLimit };
  }

  function measure(event: StreamEvent): LingError | undefined {
    if ('text' in event) chars += event.text.length;
    else if (event.type === 'tool-call') argumentChars += event.argumentsDelta.length;
    if (chars > answerChars) return tooLong('answerChars', answerChars);
    return argumentChars > toolArgumentChars ? tooLong('toolArgumentChars', toolArgumentChars) : undefined;
  }

  function note(event: StreamEvent): void {
    answer.add(event);
    if (event.type === 'finish') hasFinished = true;
    else if (event.type === 'start') runId = event.runId ?? runId;
    else if (isContent(event)) {
      hasContent = true;
      // More of the answer after a reason to finish: that was the end of a step only.
      if ('text' in event || event.type === 'tool-call') hasFinished = false;
    }
  }

  return {
    metrics: recorder,
    take: (events) => take(splitter === null ? events : events.flatMap(splitter.split)),
    restart: () => void (splitter &&= createThinkSplitter()),
    hasContent: () => hasContent,
    hasFinished: () => hasFinished,
    close(outcome) {
      const { events } = take(splitter?.end() ?? []);
      answer.close(outcome === 'done');
      return events;
    },
    result(outcome, attempts, error) {
      const snapshot = answer.snapshot();
      const metrics = recorder.read(attempts, snapshot.text + snapshot.reasoning);
      return { outcome, error, ...snapshot, metrics, runId };
    },
  };
}

function tooLong(option: keyof Limits, limit: number): LingError {
  const message = `The answer is longer than limits.${option} (${limit}) allows; what had arrived is kept.`;
  return new LingError('protocol', message, { phase: 'stream' });
}
