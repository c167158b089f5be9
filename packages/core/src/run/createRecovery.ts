import { LingError } from '../LingError.ts';
import type { StreamRequest } from '../request.ts';
import { createCursor } from './createCursor.ts';
import { createRunId } from './createRunId.ts';
import type { ResumableRun } from './prepareRequest.ts';
import { retryPolicy } from './retryPolicy.ts';

/** Decides how a stream goes on after a failure. */
export interface Recovery {
  /** The run to go on with; `null` where nothing is resumed. */
  readonly run: ResumableRun | null;
  /** Whether the next request goes on with the run, instead of asking anew. */
  canResume(hasContent: boolean): boolean;
  /** The connection has brought something: another break is a new one. */
  progressed(): void;
  /** How long to wait before the next attempt, and the how manieth in a row it is; or the error to end with. */
  after(error: LingError, attempts: number, hasContent: boolean): { delayMs: number; attempt: number } | LingError;
}

/** Asks anew before the first content, and after it goes on with the run where the server keeps one. */
export function createRecovery({ resume = false, retry = 2 }: StreamRequest): Recovery {
  const { after, runId, maxAttempts = 5 } = typeof resume === 'object' ? resume : {};
  const run = resume === false ? null : { id: runId ?? createRunId(), cursor: createCursor(after) };
  const retryDelay = typeof retry === 'function' ? retry : retryPolicy(Number(retry));
  const resumeDelay = retryPolicy(maxAttempts);
  let failures = 0;

  const canResume = (hasContent: boolean): boolean =>
    run !== null && (after !== undefined || (hasContent && run.cursor.lastId() !== ''));

  return {
    run,
    canResume,
    progressed: () => void (failures = 0),
    after(error, attempts, hasContent) {
      const isResume = canResume(hasContent);
      const attempt = isResume ? (failures += 1) : attempts;
      // What was shown is never asked for a second time, and a limit on the whole stream leaves nothing to try.
      if (error.phase === 'total' || (hasContent && !isResume)) return error;
      try {
        const delayMs = isResume ? resumeDelay(error, attempt) : retryDelay(error, attempt);
        return delayMs === false ? error : { delayMs, attempt };
      } catch (cause) {
        return new LingError('callback', 'The function given as `retry` threw; see `cause`.', { cause });
      }
    },
  };
}
