import type { FinishReason } from '../event.ts';

// Providers have words of their own for the same few ends.
const MEANINGS: ReadonlyMap<string, FinishReason> = new Map([
  ['stop', 'stop'],
  ['end_turn', 'stop'],
  ['eos', 'stop'],
  ['stop_sequence', 'stop'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['content_filter', 'content_filter'],
  ['content-filter', 'content_filter'],
  ['sensitive', 'content_filter'],
  ['tool_calls', 'tool_calls'],
  ['tool-calls', 'tool_calls'],
  ['function_call', 'tool_calls'],
  ['error', 'error'],
  ['abort', 'error'],
  ['network_error', 'error'],
  ['insufficient_system_resource', 'error'],
]);

/** Maps a provider's finish reason to ours; what nobody knows is `other`. */
export function decodeFinishReason(raw: string): FinishReason {
  return MEANINGS.get(raw) ?? 'other';
}
