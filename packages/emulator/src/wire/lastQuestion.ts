import type { ChatMessage } from './chatRequest.ts';

/** The text of the last message of the user; empty when there is none. */
export function lastQuestion(messages: readonly ChatMessage[]): string {
  return messages.findLast(({ role }) => role === 'user')?.text.trim() ?? '';
}
