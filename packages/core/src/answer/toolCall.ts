import type { StreamEvent } from '../event.ts';
import type { ToolPart } from '../part.ts';
import { parseToolArguments } from './parseToolArguments.ts';

/** Adds a piece to a call: a name replaces, arguments are appended as text. Nothing is added to a finished one. */
export function addToCall(call: ToolPart, piece: Extract<StreamEvent, { type: 'tool-call' }>): ToolPart {
  const { id = call.toolCallId, name = call.name, argumentsDelta } = piece;
  return call.state === 'args' ? { ...call, toolCallId: id, name, argsText: call.argsText + argumentsDelta } : call;
}

/** The model's own end signal: only now are the arguments complete, and parsed. */
export function finishCall(call: ToolPart): ToolPart {
  if (call.state !== 'args') return call;
  try {
    return { ...call, state: 'ready', args: parseToolArguments(call.argsText) };
  } catch {
    return { ...call, state: 'error', error: 'The arguments are not valid JSON.' };
  }
}

/** The stream is over: a call that never finished will not. */
export function closeCall(call: ToolPart): ToolPart {
  if (call.state !== 'args') return call;
  return { ...call, state: 'error', error: 'The stream ended before the arguments were complete.' };
}
