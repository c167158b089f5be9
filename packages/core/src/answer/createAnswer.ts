import type { Clock } from '../clock.ts';
import type { FinishReason, StreamEvent, Usage } from '../event.ts';
import type { Part, TextPart } from '../part.ts';
import { createToolCall, type ToolCall } from './createToolCall.ts';

/** What an answer holds at one moment. A part that did not change is the same object as before. */
export interface AnswerSnapshot {
  readonly parts: readonly Part[];
  readonly text: string;
  readonly reasoning: string;
  readonly finishReason: FinishReason | null;
  readonly usage: Usage | undefined;
}

export interface Answer {
  /** Takes one event in; returns whether it changed more than the length of the last part. */
  add(event: StreamEvent): boolean;
  /** Ends every part. `isComplete`: the stream said that nothing is missing. */
  close(isComplete: boolean): void;
  snapshot(): AnswerSnapshot;
}

/** A part that may still change. */
interface Growing {
  build(): Part;
}

/** Text grows as a rope: adding is cheap, and it is joined when somebody reads it. */
interface GrowingText extends Growing {
  readonly type: TextPart['type'];
  add(text: string): void;
  end(): void;
}

/** Gathers the events of one stream into parts. */
export function createAnswer(clock: Clock): Answer {
  const entries: Growing[] = [];
  const calls = new Map<number, ToolCall>();
  const sources = new Set<string>();
  const joined = { text: '', reasoning: '' };
  let open: GrowingText | undefined;
  let finishReason: FinishReason | null = null;
  let usage: Usage | undefined;
  let parts: readonly Part[] = [];

  function add(event: StreamEvent): boolean {
    switch (event.type) {
      case 'text':
      case 'refusal':
        return grow('text', event.text);
      case 'reasoning':
        return grow('reasoning', event.text);
      case 'tool-call':
        return addToolCall(event);
      case 'tool-output':
        for (const call of calls.values()) if (call.id() === event.id) call.output(event);
        return true;
      case 'source':
        // It stands for the whole answer, so the text it came in goes on.
        if (!sources.has(event.url)) append(event);
        sources.add(event.url);
        return true;
      case 'file':
      case 'data':
        endText();
        return append(event);
      case 'usage':
        ({ usage } = event);
        return false;
      case 'finish':
        finishReason = event.reason;
        // A reason like `length` may have cut the arguments short.
        if (/^(stop|tool_calls|null)$/.test(String(finishReason))) for (const call of calls.values()) call.finish();
        return true;
      default:
        return false;
    }
  }

  function grow(type: TextPart['type'], text: string): boolean {
    joined[type] += text;
    const isNew = open?.type !== type;
    if (isNew) {
      endText();
      entries.push((open = createText(type, clock)));
    }
    open?.add(text);
    return isNew;
  }

  function addToolCall(event: Extract<StreamEvent, { type: 'tool-call' }>): boolean {
    const known = calls.get(event.index);
    const call = known ?? createToolCall(event);
    call.add(event);
    if (known !== undefined) return false;
    endText();
    calls.set(event.index, call);
    entries.push(call);
    return true;
  }

  function append(part: Part): true {
    entries.push({ build: () => part });
    return true;
  }

  function endText(): void {
    open?.end();
    open = undefined;
  }

  function close(isComplete: boolean): void {
    endText();
    for (const call of calls.values()) {
      if (isComplete && finishReason === null) call.finish();
      call.close();
    }
  }

  function snapshot(): AnswerSnapshot {
    const built = entries.map((entry) => entry.build());
    if (built.length !== parts.length || built.some((part, index) => part !== parts[index])) parts = built;
    return { parts, ...joined, finishReason, usage };
  }

  return { add, close, snapshot };
}

function createText(type: TextPart['type'], clock: Clock): GrowingText {
  const startedAt = clock.now();
  let endedAt = startedAt;
  let text = '';
  let state: TextPart['state'] = 'streaming';
  let built: TextPart | undefined;

  return {
    type,
    add(more) {
      text += more;
      endedAt = clock.now();
      built = undefined;
    },
    end() {
      state = 'done';
      built = undefined;
    },
    build: () =>
      (built ??= {
        type,
        text,
        state,
        ...(type === 'reasoning' && state === 'done' && { durationMs: endedAt - startedAt }),
      }),
  };
}
