import { createId } from './createId.ts';
import type { LingMessage, SendInput } from './message.ts';

/** The message of a question, on its way. */
export function newQuestion<Meta>(input: SendInput<Meta>, parentId: string | null): LingMessage<Meta> {
  const { text = '', files = [], parts = [], meta } = typeof input === 'string' ? { text: input } : input;
  const textParts = text === '' ? [] : [{ type: 'text', text, state: 'done' } as const];
  return {
    ...base('user', parentId),
    parts: [...textParts, ...files, ...parts],
    status: 'sending',
    ...(meta !== undefined && { meta }),
  };
}

/** The place of an answer that is awaited. */
export function newAnswer<Meta>(parentId: string): LingMessage<Meta> {
  return { ...base('assistant', parentId), parts: [], status: 'pending' };
}

function base(role: LingMessage['role'], parentId: string | null) {
  return { id: createId(), parentId, role, createdAt: Date.now() };
}
