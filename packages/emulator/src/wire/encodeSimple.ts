import type { Delta } from './delta.ts';
import { DONE_FRAME, sseEvent, type Frame } from './frame.ts';
import { takeDeltas, type Generation } from './generation.ts';
import { encodeUsage } from './usage.ts';

/**
 * Writes a generation as the tutorial's `/chat` does: `{"content"}` events, then `[DONE]`.
 *
 * @param rich - Also sends what ling-stream's own server adds to that dialect: reasoning, tool calls, sources,
 * usage and finish_reason.
 */
export function* encodeSimple(generation: Generation, rich: boolean): Generator<Frame> {
  const { usage } = generation;
  let ms = 0;
  let tokens = 0;
  for (const paced of takeDeltas(generation)) {
    ms += paced.ms;
    tokens += paced.tokens;
    const { delta } = paced;
    const fields = rich ? encodeRich(delta, encodeUsage(usage)) : encodePlain(delta);
    // What has no place in the dialect takes its time all the same.
    if (fields === undefined || paced.choice !== 0) continue;
    yield { kind: delta.kind, ms, tokens, text: sseEvent(JSON.stringify(fields)) };
    ms = 0;
    tokens = 0;
  }
  yield { ...DONE_FRAME, ms, tokens };
}

function encodePlain(delta: Delta): object | undefined {
  return delta.kind === 'content' ? { content: delta.text } : undefined;
}

function encodeRich(delta: Delta, usage: object): object | undefined {
  switch (delta.kind) {
    case 'role':
      return undefined;
    case 'content':
      return { content: delta.text };
    case 'reasoning':
      return { reasoning: delta.text };
    case 'tool': {
      const { index, id, name, text } = delta;
      return { tool_calls: [name === undefined ? { index, arguments: text } : { index, id, name, arguments: text }] };
    }
    case 'finish': {
      const sources = delta.sources.length > 0 ? { sources: delta.sources } : {};
      return { ...sources, usage, finish_reason: delta.reason };
    }
  }
}
