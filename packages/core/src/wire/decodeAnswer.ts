import type { StreamEvent } from '../event.ts';
import { decodeFinishReason } from './decodeFinishReason.ts';
import { decodeSources } from './decodeSources.ts';
import { createToolCallDecoder } from './decodeToolCalls.ts';
import { decodeUsage } from './decodeUsage.ts';
import { asList, asObject, asText, type JsonObject } from './json.ts';

type Emit = (event: StreamEvent) => void;

const FIELDS = 'choices content reasoning tool_calls sources usage finish_reason runId model'.split(' ');

/** Whether a JSON value is an OpenAI chunk, a whole OpenAI completion, or our dialect, which includes the tutorial's. */
export function isAnswer(value: JsonObject): boolean {
  return FIELDS.some((field) => field in value);
}

/**
 * Decodes the `chat.completion.chunk`s of one stream, a whole `chat.completion`, and our own dialect, whose fields are
 * those of a chunk's `delta` without the envelope. Knows the habits of many providers.
 *
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */
export function createAnswerDecoder(): (value: JsonObject, emit: Emit) => void {
  const decodeToolCalls = createToolCallDecoder();
  const sources = new Set<string>();
  let hasDelta = false;

  function decodeDelta(delta: JsonObject, emit: Emit): void {
    // Gateways send both names; the one with text in it counts, never both.
    emitText('reasoning', asText(delta['reasoning_content']) ?? delta['reasoning'], emit);
    const { content } = delta;
    emitText('text', content, emit);
    for (const part of asList(content)) decodePart(asObject(part), emit);
    emitText('refusal', delta['refusal'], emit);
    for (const call of decodeToolCalls(delta['tool_calls'])) emit(call);
  }

  return (value, emit) => {
    // With `n > 1` other choices come between; the answer is the one with index 0.
    const choice = asObject(asList(value['choices']).find((each) => (asObject(each)['index'] ?? 0) === 0));
    const delta = asObject(choice['delta']);
    const message = asObject(choice['message']);
    const emitDelta: Emit = (event) => {
      hasDelta = true;
      emit(event);
    };

    // Some providers repeat every source in every chunk.
    for (const source of [value, delta, message].flatMap(decodeSources)) {
      if (!sources.has(source.url)) emit(source);
      sources.add(source.url);
    }
    decodeDelta(value, emitDelta);
    decodeDelta(delta, emitDelta);
    // Some repeat the whole answer in a last `message`; a plain JSON reply has nothing else.
    if (!hasDelta) decodeDelta(message, emitDelta);

    const raw = asText(choice['finish_reason']) ?? asText(value['finish_reason']);
    if (raw !== undefined) emit({ type: 'finish', reason: decodeFinishReason(raw), raw });
    const usage = decodeUsage(value['usage'] ?? choice['usage'] ?? asObject(value['x_groq'])['usage']);
    if (usage !== undefined) emit({ type: 'usage', usage });
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
