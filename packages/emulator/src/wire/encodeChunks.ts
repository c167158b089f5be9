import type { Delta } from './delta.ts';
import { DONE_FRAME, instantFrame, sseEvent, type Frame } from './frame.ts';
import { takeDeltas, type Generation } from './generation.ts';
import { encodeSources } from './encodeSources.ts';
import { encodeUsage } from './usage.ts';

/** Writes a generation as `chat.completion.chunk` events, ended by `[DONE]`. */
export function* encodeChunks(generation: Generation): Generator<Frame> {
  const { chat, id, created, usage } = generation;
  const base = { id, object: 'chat.completion.chunk', created, model: chat.model };
  let open = chat.n;
  for (const { choice, delta, tokens, ms } of takeDeltas(generation)) {
    const ending = delta.kind === 'finish';
    if (ending) open -= 1;
    const choices = [{ index: choice, delta: encodeDelta(delta), finish_reason: ending ? delta.reason : null }];
    // OpenAI sends usage in a chunk of its own when asked; Ling's tutorial has it beside the last finish_reason.
    const extra = chat.includeUsage
      ? { usage: null }
      : ending && open === 0 && chat.includeUsage === undefined
        ? { usage: encodeUsage(usage) }
        : {};
    yield { kind: delta.kind, ms, tokens, text: sseEvent(JSON.stringify({ ...base, choices, ...extra })) };
  }
  if (chat.includeUsage) {
    yield instantFrame('usage', sseEvent(JSON.stringify({ ...base, choices: [], usage: encodeUsage(usage) })));
  }
  yield DONE_FRAME;
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
