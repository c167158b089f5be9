import type { StreamEvent } from '../event.ts';
import { decodeFinishReason } from './decodeFinishReason.ts';
import { decodeSources } from './decodeSources.ts';
import { createToolCallDecoder } from './decodeToolCalls.ts';
import { decodeUsage } from './decodeUsage.ts';
import { asList, asObject, asText, type JsonObject } from './json.ts';

type Emit = (event: StreamEvent) => void;

/** Whether a JSON value is an OpenAI chunk, a whole OpenAI completion, or our dialect, which includes the tutorial's. */
export function isAnswer(value: JsonObject): boolean {
  if ('choices' in value || 'content' in value || 'reasoning' in value || 'tool_calls' in value) return true;
  return 'finish_reason' in value || 'usage' in value || 'sources' in value || 'runId' in value || 'model' in value;
}

/**
 * Decodes the `chat.completion.chunk`s of one stream, a whole `chat.completion`, and our own dialect, whose fields are
 * those of a chunk's `delta` without the envelope. Knows the habits of many providers.
 *
 * @returns A function that answers with the provider's word when the reason to finish was a failure.
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */
export function createAnswerDecoder(): (value: JsonObject, emit: Emit) => string | undefined {
  const decodeToolCalls = createToolCallDecoder();
  const sources = new Set<string>();
  let hasDelta = false;

  function decodeDelta(delta: JsonObject, emit: Emit): void {
    const { content, reasoning_content: thoughts, reasoning, refusal, tool_calls: calls } = delta;
    // Gateways send both names; the one with text in it counts, never both.
    emitText('reasoning', thoughts || reasoning, emit);
    emitText('text', content, emit);
    if (typeof content === 'object') for (const part of asList(content)) decodePart(asObject(part), emit);
    emitText('refusal', refusal, emit);
    if (calls) for (const call of decodeToolCalls(calls)) emit(call);
    hasDelta ||= Boolean(content || thoughts || reasoning || refusal || calls);
  }

  return (value, emit) => {
    // With `n > 1` other choices come between; the answer is the one with index 0.
    const choice = asObject(asList(value['choices']).find((each) => (asObject(each)['index'] ?? 0) === 0));
    const delta = asObject(choice['delta']);
    const message = asObject(choice['message']);

    for (const holder of [value, delta, message])
      for (const source of decodeSources(holder)) {
        // Some providers repeat every source in every chunk.
        if (!sources.has(source.url)) emit(source);
        sources.add(source.url);
      }
    decodeDelta(value, emit);
    decodeDelta(delta, emit);
    // Some repeat the whole answer in a last `message`; a plain JSON reply has nothing else.
    if (!hasDelta) decodeDelta(message, emit);

    const raw = asText(choice['finish_reason']) ?? asText(value['finish_reason']);
    const reason = raw === undefined ? null : decodeFinishReason(raw);
    if (raw !== undefined && reason !== 'error') emit({ type: 'finish', reason, raw });
    const usage = decodeUsage(value['usage'] ?? choice['usage'] ?? asObject(value['x_groq'])['usage']);
    if (usage !== undefined) emit({ type: 'usage', usage });
    return reason === 'error' ? raw : undefined;
  };
}

/** Some providers send a list of parts as content, the model's thoughts among them. */
function decodePart(part: JsonObject, emit: Emit): void {
  const { thinking } = part;
  const pieces = asList(thinking).map((piece) => asText(asObject(piece)['text']) ?? '');
  emitText('reasoning', asText(thinking) ?? pieces.join(''), emit);
  emitText('text', part['text'], emit);
}

function emitText(type: 'text' | 'reasoning' | 'refusal', value: unknown, emit: Emit): void {
  const text = asText(value);
  if (text !== undefined) emit({ type, text });
}
