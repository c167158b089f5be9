import type { StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import type { Limits } from '../request.ts';

const DEFAULT_ANSWER_CHARS = 8 * 1024 * 1024;
const DEFAULT_TOOL_ARGUMENT_CHARS = 1024 * 1024;

/** What fits, and the failure if not everything did. */
export interface Guarded {
  readonly events: readonly StreamEvent[];
  readonly overLimit?: LingError;
}

/** Counts what one stream brings and lets through what is within its limits. */
export function createLimitGuard(limits: Limits): (events: readonly StreamEvent[]) => Guarded {
  const { answerChars = DEFAULT_ANSWER_CHARS, toolArgumentChars = DEFAULT_TOOL_ARGUMENT_CHARS } = limits;
  let answer = 0;
  let toolArguments = 0;

  return (events) => {
    for (const [index, event] of events.entries()) {
      if ('text' in event) answer += event.text.length;
      else if (event.type === 'tool-call') toolArguments += event.argumentsDelta.length;
      if (answer > answerChars) return cut(events, index, 'answer is', 'answerChars', answerChars);
      if (toolArguments > toolArgumentChars)
        return cut(events, index, 'arguments of its tool calls are', 'toolArgumentChars', toolArgumentChars);
    }
    return { events };
  };
}

function cut(
  events: readonly StreamEvent[],
  index: number,
  ...[what, option, limit]: readonly [string, keyof Limits, number]
): Guarded {
  const message = `The ${what} longer than ${limit} characters; what had arrived is kept. Raise limits.${option} if that is meant.`;
  return { events: events.slice(0, index), overLimit: new LingError('protocol', message, { phase: 'stream' }) };
}
