import type { Clock } from '../clock.ts';
import type { FinishReason, StreamEvent, Usage } from '../event.ts';
import type { Part, TextPart, ToolPart } from '../part.ts';
import { addToCall, closeCall, finishCall } from './toolCall.ts';

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

/** The text that grows, and its place among the parts. */
interface OpenText {
  readonly place: number;
  readonly startedAt: number;
  endedAt: number;
  part: TextPart;
}

/** Gathers the events of one stream into parts. */
export function createAnswer(clock: Clock): Answer {
  const parts: Part[] = [];
  /** Where each tool call is among the parts, by the index of its events. */
  const calls = new Map<number, number>();
  const sources = new Set<string>();
  const joined = { text: '', reasoning: '' };
  let open: OpenText | undefined;
  let finishReason: FinishReason | null = null;
  let usage: Usage | undefined;
  let shown: readonly Part[] = [];
  let isStale = false;

  function add(event: StreamEvent): boolean {
    switch (event.type) {
      case 'text':
      case 'refusal':
        return grow('text', event.text);
      case 'reasoning':
        return grow('reasoning', event.text);
      case 'tool-call':
        return addToolCall(event);
      case 'tool-output': {
        const { id, type: _, ...result } = event;
        const state = result.error === undefined ? 'output' : 'error';
        changeCalls((call) => (call.toolCallId === id ? { ...finishCall(call), ...result, state } : call));
        return true;
      }
      case 'source':
        // It stands for the whole answer, so the text it came in goes on.
        if (!sources.has(event.url)) put(parts.length, event);
        sources.add(event.url);
        return true;
      case 'file':
      case 'data':
        endText();
        return put(parts.length, event);
      case 'usage':
        ({ usage } = event);
        return false;
      case 'finish':
        finishReason = event.reason;
        // A reason like `length` may have cut the arguments short.
        if (/^(stop|tool_calls|null)$/.test(String(finishReason))) changeCalls(finishCall);
        return true;
      default:
        return false;
    }
  }

  function put(place: number, part: Part): true {
    parts[place] = part;
    return (isStale = true);
  }

  function grow(type: TextPart['type'], text: string): boolean {
    const now = type === 'reasoning' ? clock.now() : 0; // nobody asks how long text took
    const isNew = open?.part.type !== type;
    if (isNew) endText();
    open ??= { place: parts.length, startedAt: now, endedAt: now, part: { type, text: '', state: 'streaming' } };
    open.endedAt = now;
    // Strings grow as ropes: adding is cheap, and they are joined when somebody reads them.
    open.part = { ...open.part, text: open.part.text + text };
    joined[type] += text;
    put(open.place, open.part);
    return isNew;
  }

  function endText(): void {
    if (open === undefined) return;
    const { part, place, startedAt, endedAt } = open;
    open = undefined;
    put(place, { ...part, state: 'done', ...(part.type === 'reasoning' && { durationMs: endedAt - startedAt }) });
  }

  function addToolCall(event: Extract<StreamEvent, { type: 'tool-call' }>): boolean {
    const place = calls.get(event.index) ?? parts.length;
    const known = parts[place];
    if (known?.type === 'tool') {
      put(place, addToCall(known, event));
      return false;
    }
    endText();
    calls.set(event.index, place);
    const toolCallId = `call_${event.index}`;
    return put(place, addToCall({ type: 'tool', toolCallId, name: '', argsText: '', state: 'args' }, event));
  }

  function changeCalls(change: (call: ToolPart) => ToolPart): void {
    for (const place of calls.values()) {
      const call = parts[place];
      if (call?.type === 'tool') put(place, change(call));
    }
  }

  function close(isComplete: boolean): void {
    endText();
    if (isComplete && finishReason === null) changeCalls(finishCall);
    changeCalls(closeCall);
  }

  function snapshot(): AnswerSnapshot {
    if (isStale) shown = [...parts];
    isStale = false;
    return { parts: shown, ...joined, finishReason, usage };
  }

  return { add, close, snapshot };
}
