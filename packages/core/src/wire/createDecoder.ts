import type { StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import type { Decoder } from '../request.ts';
import type { SseEvent } from './createSseParser.ts';
import { createAnswerDecoder, isAnswer } from './decodeAnswer.ts';
import { decodeError, providerFailure } from './decodeError.ts';
import { createUiMessageDecoder, type DecodedEnd, isUiMessage } from './decodeUiMessage.ts';
import { asText, isJsonObject, type JsonObject, parseJson } from './json.ts';

/** Turns one server-sent event into typed events; says when the stream is complete. Throws {@link LingError}. */
export type EventDecoder = (event: SseEvent, emit: (event: StreamEvent) => void) => DecodedEnd;

const HEARTBEAT = /^(ping|heartbeat|keep[-_]?alive)$/;

/**
 * Reads every dialect this library knows, told apart event by event by its shape: the tutorial's, ours, raw OpenAI
 * chunks and the AI SDK's UI message stream.
 *
 * @param own - The app's own decoder; asked first.
 */
export function createDecoder(own?: Decoder): EventDecoder {
  const decodeAnswer = createAnswerDecoder();
  const decodeUiMessage = createUiMessageDecoder();
  let started = false;

  function decodeValue(value: JsonObject, name: string, emit: (event: StreamEvent) => void): DecodedEnd {
    const isUi = isUiMessage(value);
    if (!started) announceStart(value, isUi ? 'messageId' : 'id', emit);
    if (isUi) return decodeUiMessage(value, emit);
    if (name !== 'error' && value['object'] !== 'error' && isAnswer(value)) {
      // "error" as a reason to finish is a failure, with or without an error object beside it.
      const reason = decodeAnswer(value, emit);
      // Only this field of an answer tells of a failure; a `detail` or a `message` of it may be anything.
      const error = value['error'] ? decodeError({ error: value['error'] }) && decodeError(value) : null;
      if (error !== null || reason !== undefined) throw providerFailure(error ?? { providerCode: reason });
    } else {
      const error = decodeError(value) ?? (name === 'error' ? { providerMessage: asText(value['message']) } : null);
      if (error !== null) throw providerFailure(error);
      // An empty object is a sign of life, as one is that says so.
      if (Object.keys(value).length > 0 && !HEARTBEAT.test(asText(value['type']) ?? ''))
        emit({ type: 'data', name, value });
    }
    return undefined;
  }

  function announceStart(value: JsonObject, idField: string, emit: (event: StreamEvent) => void): void {
    const id = asText(value[idField]);
    const model = asText(value['model']);
    const runId = asText(value['runId']);
    if ((id ?? model ?? runId) === undefined) return;
    started = true;
    emit({ type: 'start', ...(id && { id }), ...(model && { model }), ...(runId && { runId }) });
  }

  return (event, emit) => {
    const decoded = own && askOwn(own, event);
    if (decoded === 'done') return decoded;
    if (!decoded) return decodeText(event, emit);
    decoded.forEach(emit);
    return undefined;
  };

  function decodeText({ event: name, data }: SseEvent, emit: (event: StreamEvent) => void): DecodedEnd {
    const text = data.trim();
    if (text === '[DONE]') return 'done';
    // Some send heartbeats as events; they carry no answer, whatever their data.
    if (text === '' || HEARTBEAT.test(name)) return undefined;
    const value = parseJson(text);
    if (isJsonObject(value)) return decodeValue(value, name, emit);
    const failure = decodeError(value) ?? (name === 'error' ? { providerMessage: text } : null);
    if (failure !== null) throw providerFailure(failure);
    throw new LingError(
      'protocol',
      'An event of the stream is not a JSON object. Check what stands between the page and the model.',
      { phase: 'stream' },
    );
  }
}

function askOwn(decode: Decoder, event: SseEvent): ReturnType<Decoder> {
  try {
    return decode(event);
  } catch (cause) {
    if (LingError.is(cause)) throw cause;
    throw new LingError('callback', 'The function given as `decode` threw; see `cause`.', { phase: 'stream', cause });
  }
}
