import type { FinishReason } from './delta.ts';
import { instantFrame, type Frame } from './frame.ts';
import { takeDeltas, type Generation } from './generation.ts';
import { encodeSources } from './encodeSources.ts';
import { encodeUsage } from './usage.ts';
import type { PacedDelta } from './interleave.ts';

interface Draft {
  content: string;
  reasoning: string;
  readonly calls: { id: string; type: 'function'; function: { name: string; arguments: string } }[];
  reason: FinishReason;
  sources: object;
}

/** Writes a generation as one `chat.completion` body, after the time the tokens take. */
export function* encodeCompletion(generation: Generation): Generator<Frame> {
  const { chat, id, created, usage } = generation;
  const drafts = Array.from({ length: chat.n }, createDraft);
  for (const paced of takeDeltas(generation)) {
    const draft = drafts[paced.choice];
    if (draft) addDelta(draft, paced);
    yield { kind: 'other', ms: paced.ms, tokens: paced.tokens, text: '' };
  }
  const choices = drafts.map((draft, index) => ({ index, message: encodeMessage(draft), finish_reason: draft.reason }));
  const body = { id, object: 'chat.completion', created, model: chat.model, choices, usage: encodeUsage(usage) };
  yield instantFrame('json', JSON.stringify(body));
}

function createDraft(): Draft {
  return { content: '', reasoning: '', calls: [], reason: 'stop', sources: {} };
}

function addDelta(draft: Draft, { delta }: PacedDelta): void {
  switch (delta.kind) {
    case 'role':
      return;
    case 'reasoning':
      draft.reasoning += delta.text;
      return;
    case 'content':
      draft.content += delta.text;
      return;
    case 'tool': {
      const { index, id, name, text } = delta;
      draft.calls[index] ??= { id: id ?? '', type: 'function', function: { name: name ?? '', arguments: '' } };
      draft.calls[index].function.arguments += text;
      return;
    }
    case 'finish':
      draft.reason = delta.reason;
      draft.sources = encodeSources(delta.sources);
  }
}

function encodeMessage({ content, reasoning, calls, sources }: Draft): object {
  return {
    role: 'assistant',
    content: content === '' && calls.length > 0 ? null : content,
    ...(reasoning === '' ? {} : { reasoning_content: reasoning }),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
    ...sources,
  };
}
