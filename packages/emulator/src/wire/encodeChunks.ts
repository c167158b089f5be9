import type { Delta } from './delta.ts';
import { DONE_FRAME, instantFrame, sseEvent, type Frame } from './frame.ts';
import { takeDeltas, type Generation } from './generation.ts';
import { encodeSources } from './encodeSources.ts';
import { encodeUsage } from './usage.ts';

/** Writes a generation as `chat.completion.chunk` events, ended by `[DONE]`. */
export function* encodeChunks(generation: Generation): Generator<Frame> {
  const { chat, usage } = generation;
  let open = chat.n;
  for (const { choice, delta, tokens, ms } of takeDeltas(generation)) {
    const ending = delta.kind === 'finish';
    if (ending) open -= 1;
    const chunk = chunkOf(generation, choice, encodeDelta(delta), ending ? delta.reason : null);
    // OpenAI sends usage in a chunk of its own when asked; Ling's tutorial has it beside the last finish_reason.
    const isLast = ending && open === 0 && chat.includeUsage === undefined;
    const extra = chat.includeUsage ? { usage: null } : isLast ? { usage: encodeUsage(usage) } : {};
    yield { kind: delta.kind, ms, tokens, text: sseEvent(JSON.stringify({ ...chunk, ...extra })) };
  }
  if (chat.includeUsage) {
    const chunk = { ...chunkOf(generation, 0, {}, null), choices: [], usage: encodeUsage(usage) };
    yield instantFrame('usage', sseEvent(JSON.stringify(chunk)));
  }
  yield DONE_FRAME;
}

/** One chunk with one choice. */
export function chunkOf(
  { id, created, chat }: Generation,
  index: number,
  delta: object,
  reason: string | null,
): object {
  const choices = [{ index, delta, finish_reason: reason }];
  return { id, object: 'chat.completion.chunk', created, model: chat.model, choices };
}

function encodeDelta(delta: Delta): object {
  switch (delta.kind) {
    case 'role':
      return { role: 'assistant', content: '' };
    case 'reasoning':
      return { reasoning_content: delta.text };
    case 'content':
      return { content: delta.text };
    case 'tool': {
      const { index, id, name, text } = delta;
      const opening = name === undefined ? {} : { id, type: 'function' };
      const called = name === undefined ? { arguments: text } : { name, arguments: text };
      return { tool_calls: [{ index, ...opening, function: called }] };
    }
    case 'finish':
      return encodeSources(delta.sources);
  }
}
