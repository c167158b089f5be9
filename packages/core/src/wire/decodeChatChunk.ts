import type { StreamEvent } from '../event.ts';
import { decodeFinishReason } from './decodeFinishReason.ts';
import { decodeSources } from './decodeSources.ts';
import { decodeUsage } from './decodeUsage.ts';
import { asList, asObject, asText, isJsonObject, type JsonObject } from './json.ts';

type Emit = (event: StreamEvent) => void;

/** What one stream must remember between its chunks. */
export interface ChunkMemory {
  readonly decodeToolCalls: (value: unknown) => readonly StreamEvent[];
  hasText: boolean;
}

/** Whether a JSON value is an OpenAI chunk or a whole OpenAI completion. */
export function isChatChunk(value: JsonObject): boolean {
  return Array.isArray(value['choices']) || String(value['object']).startsWith('chat.completion');
}

/**
 * Decodes one `chat.completion.chunk`, or a whole `chat.completion`, with the habits of many providers.
 *
 * @param memory - The same object for all chunks of one stream.
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */
export function decodeChatChunk(chunk: JsonObject, memory: ChunkMemory, emit: Emit): void {
  const choice = answerOf(chunk['choices']);
  const delta = asObject(choice['delta']);
  const message = asObject(choice['message']);

  for (const source of [...decodeSources(chunk), ...decodeSources(delta), ...decodeSources(message)]) emit(source);
  decodeDelta(delta, memory, emit);
  // Some providers repeat the whole answer in a last `message`; a plain JSON reply has nothing else.
  if (!memory.hasText) decodeDelta(message, memory, emit);

  const raw = asText(choice['finish_reason']);
  if (raw !== undefined) emit({ type: 'finish', reason: decodeFinishReason(raw), raw });
  const usage = decodeUsage(chunk['usage'] ?? choice['usage'] ?? asObject(chunk['x_groq'])['usage']);
  if (usage !== undefined) emit({ type: 'usage', usage });
}

/** The answer is the choice with index 0; with `n > 1` others come between. */
function answerOf(choices: unknown): JsonObject {
  const found = asList(choices).find((choice) => isJsonObject(choice) && (choice['index'] ?? 0) === 0);
  return asObject(found);
}

function decodeDelta(delta: JsonObject, memory: ChunkMemory, emit: Emit): void {
  // Gateways send both names; the one with text in it counts, never both.
  const reasoning = asText(delta['reasoning_content']) ?? asText(delta['reasoning']);
  if (reasoning !== undefined) emit({ type: 'reasoning', text: reasoning });
  const { content } = delta;
  if (typeof content === 'string') emitText(content, memory, emit);
  else for (const part of asList(content)) decodeContentPart(asObject(part), memory, emit);
  const refusal = asText(delta['refusal']);
  if (refusal !== undefined) emit({ type: 'refusal', text: refusal });
  for (const call of memory.decodeToolCalls(delta['tool_calls'])) emit(call);
}

function decodeContentPart(part: JsonObject, memory: ChunkMemory, emit: Emit): void {
  if (part['type'] !== 'thinking') return emitText(asText(part['text']) ?? '', memory, emit);
  const { thinking } = part;
  const text =
    typeof thinking === 'string'
      ? thinking
      : asList(thinking)
          .map((item) => asObject(item)['text'])
          .join('');
  if (text !== '') emit({ type: 'reasoning', text });
}

function emitText(text: string, memory: ChunkMemory, emit: Emit): void {
  if (text === '') return;
  memory.hasText = true;
  emit({ type: 'text', text });
}
