import type { StreamEvent } from '../event.ts';
import type { ToolPart } from '../part.ts';
import { parseToolArguments } from './parseToolArguments.ts';

export interface ToolCall {
  id(): string;
  /** Takes another piece of the call: a name replaces, arguments are appended as text. */
  add(piece: Extract<StreamEvent, { type: 'tool-call' }>): void;
  /** The model's own end signal: only now are the arguments complete, and parsed. */
  finish(): void;
  output(result: { readonly output?: unknown; readonly error?: string }): void;
  /** The stream is over: a call that never finished will not. */
  close(): void;
  build(): ToolPart;
}

/** Follows one tool call from its first piece to its output. */
export function createToolCall(first: Extract<StreamEvent, { type: 'tool-call' }>): ToolCall {
  let toolCallId = first.id ?? `call_${first.index}`;
  let name = first.name ?? '';
  let argsText = first.argumentsDelta;
  let end: Pick<ToolPart, 'state' | 'args' | 'output' | 'error'> = { state: 'args' };

  function finish(): void {
    if (end.state !== 'args') return;
    try {
      end = { state: 'ready', args: parseToolArguments(argsText) };
    } catch {
      end = { state: 'error', error: 'The arguments are not valid JSON.' };
    }
  }

  return {
    id: () => toolCallId,
    add(piece) {
      if (end.state !== 'args') return;
      toolCallId = piece.id ?? toolCallId;
      name = piece.name ?? name;
      argsText += piece.argumentsDelta;
    },
    finish,
    output({ output, error }) {
      finish();
      end = error === undefined ? { ...end, state: 'output', output } : { ...end, state: 'error', error };
    },
    close() {
      if (end.state === 'args') end = { state: 'error', error: 'The stream ended before the arguments were complete.' };
    },
    build: () => ({ type: 'tool', toolCallId, name, argsText, ...end }),
  };
}
