import type { Clock } from '../clock.ts';
import type { FinishReason, StreamEvent, Usage } from '../event.ts';
import type { Part } from '../part.ts';
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
  /** Ends every part, whatever ended the stream. */
  close(): void;
  snapshot(): AnswerSnapshot;
}

/** A part that may still change, and what it looked like when somebody last asked. */
interface Entry {
  build(): Part;
  built: Part | null;
}

/** Text grows as a rope: adding is cheap, and it is joined when somebody reads it. */
interface Growing extends Entry {
  readonly type: 'text' | 'reasoning';
  text: string;
  isOpen: boolean;
  readonly startedAt: number;
  endedAt: number;
}

/** Gathers the events of one stream into parts. */
export function createAnswer(clock: Clock): Answer {
  const entries: Entry[] = [];
  const calls = new Map<number, ToolCall & Entry>();
  const sources = new Set<string>();
  const joined = { text: '', reasoning: '' };
  let open: Growing | null = null;
  let finishReason: FinishReason | null = null;
  let usage: Usage | undefined;
  let parts: readonly Part[] = [];
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
      case 'tool-output':
        return [...calls.values()].some((call) => call.id() === event.id && change(call, () => call.output(event)));
      case 'source':
        return !sources.has(event.url) && sources.add(event.url) && append({ ...event });
      case 'file':
      case 'data':
        return append({ ...event });
      case 'usage':
        ({ usage } = event);
        return false;
      case 'finish':
        return finish(event.reason);
      default:
        return false;
    }
  }

  function grow(type: Growing['type'], text: string): boolean {
    joined[type] += text;
    const isNew = open?.type !== type;
    const part = open?.type === type ? open : begin(type);
    change(part, () => void (part.text += text));
    part.endedAt = clock.now();
    return isNew;
  }

  function begin(type: Growing['type']): Growing {
    closeOpen();
    const now = clock.now();
    const part: Growing = {
      type,
      text: '',
      isOpen: true,
      startedAt: now,
      endedAt: now,
      built: null,
      build: () => textPart(part),
    };
    entries.push(part);
    open = part;
    return part;
  }

  function addToolCall(event: Extract<StreamEvent, { type: 'tool-call' }>): boolean {
    closeOpen();
    const known = calls.get(event.index);
    if (known !== undefined) return change(known, () => known.add(event));
    const call = createToolCall(event);
    const entry = { ...call, built: null };
    calls.set(event.index, entry);
    entries.push(entry);
    return (isStale = true);
  }

  function append(part: Part): boolean {
    closeOpen();
    entries.push({ build: () => part, built: null });
    return (isStale = true);
  }

  function finish(reason: FinishReason | null): boolean {
    finishReason = reason;
    for (const call of calls.values()) change(call, call.finish);
    return true;
  }

  function change(entry: Entry, apply: () => void): true {
    apply();
    entry.built = null;
    return (isStale = true);
  }

  function closeOpen(): void {
    const part = open;
    if (part !== null) change(part, () => void (part.isOpen = false));
    open = null;
  }

  function close(): void {
    closeOpen();
    for (const call of calls.values()) change(call, call.close);
  }

  function snapshot(): AnswerSnapshot {
    if (isStale) parts = entries.map((entry) => (entry.built ??= entry.build()));
    isStale = false;
    return { parts, ...joined, finishReason, usage };
  }

  return { add, close, snapshot };
}

function textPart({ type, text, isOpen, startedAt, endedAt }: Growing): Part {
  if (isOpen) return { type, text, state: 'streaming' };
  return type === 'text'
    ? { type, text, state: 'done' }
    : { type, text, state: 'done', durationMs: endedAt - startedAt };
}
