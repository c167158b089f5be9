import type { StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import type { SseEvent } from './createSseParser.ts';
import { type ChunkMemory, decodeChatChunk, isChatChunk } from './decodeChatChunk.ts';
import { decodeError, providerFailure } from './decodeError.ts';
import { decodeLingEvent, isLingEvent } from './decodeLingEvent.ts';
import { createToolCallDecoder } from './decodeToolCalls.ts';
import { createUiMessageDecoder, isUiMessage, type UiMessageEnd } from './decodeUiMessage.ts';
import { asText, isJsonObject, type JsonObject, parseJson } from './json.ts';

/** Turns one server-sent event into typed events; says when the stream is complete. Throws {@link LingError}. */
export type EventDecoder = (event: SseEvent, emit: (event: StreamEvent) => void) => UiMessageEnd;

/** Event names that carry no answer, whatever their data. */
const SIGNS_OF_LIFE: ReadonlySet<string> = new Set(['ping', 'heartbeat', 'keepalive', 'keep-alive']);

/**
 * Reads every dialect this library knows, told apart event by event by its shape: the tutorial's, ours, raw OpenAI
 * chunks and the AI SDK's UI message stream.
 */
export function createDecoder(): EventDecoder {
  const decodeToolCalls = createToolCallDecoder();
  const decodeUiMessage = createUiMessageDecoder();
  const memory: ChunkMemory = { decodeToolCalls, hasText: false };
  let started = false;

  function decodeValue(value: JsonObject, event: SseEvent, emit: (event: StreamEvent) => void): UiMessageEnd {
    if (isUiMessage(value)) return decodeUiMessage(value, emit);
    announceStart(value, emit);
    let failure: string | undefined;
    const emitAnswer = (answer: StreamEvent): void => {
      // "error" as a reason to finish is a failure, with or without an error object beside it.
      if (answer.type === 'finish' && answer.reason === 'error') failure = answer.raw;
      else emit(answer);
    };
    if (isChatChunk(value)) decodeChatChunk(value, memory, emitAnswer);
    else if (isLingEvent(value)) decodeLingEvent(value, decodeToolCalls, emitAnswer);
    else if (!isFailure(value, event)) emit({ type: 'data', name: event.event, value });
    if (isFailure(value, event)) throw providerFailure(decodeError(value) ?? { message: asText(value['message']) });
    if (failure !== undefined) throw providerFailure({ code: failure });
    return undefined;
  }

  function announceStart(value: JsonObject, emit: (event: StreamEvent) => void): void {
    const id = asText(value['id']);
    const model = asText(value['model']);
    const runId = asText(value['runId']);
    if (started || (id === undefined && model === undefined && runId === undefined)) return;
    started = true;
    emit({ type: 'start', ...(id && { id }), ...(model && { model }), ...(runId && { runId }) });
  }

  const isFailure = (value: JsonObject, event: SseEvent): boolean =>
    event.event === 'error' || decodeError(value) !== null;

  return (event, emit) => {
    const data = event.data.trim();
    if (data === '[DONE]') return 'done';
    if (data === '' || SIGNS_OF_LIFE.has(event.event)) return undefined;
    const value = parseJson(data);
    if (Array.isArray(value)) throw providerFailure(decodeError(value) ?? {});
    if (isJsonObject(value)) return decodeValue(value, event, emit);
    if (event.event === 'error') throw providerFailure({ message: data });
    throw new LingError(
      'protocol',
      'An event of the stream is not a JSON object, so the rest of the answer cannot be trusted. Check what stands between the page and the model.',
      { phase: 'stream' },
    );
  };
}
