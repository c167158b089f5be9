import type { StreamEvent } from '../event.ts';
import type { ToolPart } from '../part.ts';
import { parseToolArguments } from './parseToolArguments.ts';

type Piece = Extract<StreamEvent, { type: 'tool-call' }>;

export interface ToolCall {
  readonly id: () => string;
  /** Takes another piece of the call: a name replaces, arguments are appended as text. */
  add(piece: Piece): void;
  /** The model's own end signal: only now are the arguments complete, and parsed. */
  finish(): void;
  output(result: { readonly output?: unknown; readonly error?: string }): void;
  /** The stream is over: a call that never finished will not. */
  close(): void;
  build(): ToolPart;
}

/** Follows one tool call from its first piece to its output. */
export function createToolCall({ index }: Piece): ToolCall {
  let part: ToolPart = { type: 'tool', toolCallId: `call_${index}`, name: '', argsText: '', state: 'args' };

  const become = (change: Partial<ToolPart>): void => void (part = { ...part, ...change });
  const fail = (error: string): void => become({ state: 'error', error });

  function finish(): void {
    if (part.state !== 'args') return;
    try {
      become({ state: 'ready', args: parseToolArguments(part.argsText) });
    } catch {
      fail('The arguments are not valid JSON.');
    }
  }

  return {
    id: () => part.toolCallId,
    add({ id = part.toolCallId, name = part.name, argumentsDelta }) {
      if (part.state === 'args') become({ toolCallId: id, name, argsText: part.argsText + argumentsDelta });
    },
    finish,
    output({ output, error }) {
      finish();
      if (error === undefined) become({ state: 'output', output });
      else fail(error);
    },
    close() {
      if (part.state === 'args') fail('The stream ended before the arguments were complete.');
    },
    build: () => part,
  };
}
