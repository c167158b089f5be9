import type { FinishReason } from '../event.ts';

// Providers have words of their own for the same few ends.
const MEANINGS: readonly (readonly [FinishReason, RegExp])[] = [
  ['stop', /^(stop|end_turn|eos|stop_sequence)$/],
  ['length', /^(length|max_tokens)$/],
  ['content_filter', /^(content_filter|sensitive|safety)$/],
  ['tool_calls', /^(tool_calls?|function_call|tool_use)$/],
  ['error', /^(error|abort|network_error|insufficient_system_resource)$/],
];

/** Maps a provider's finish reason to ours; what nobody knows is `other`. */
export function decodeFinishReason(raw: string): FinishReason {
  const word = raw.toLowerCase().replaceAll('-', '_');
  return MEANINGS.find(([, words]) => words.test(word))?.[0] ?? 'other';
}
