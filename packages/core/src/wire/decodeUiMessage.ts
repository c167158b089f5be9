import type { StreamEvent } from '../event.ts';
import { decodeFinishReason } from './decodeFinishReason.ts';
import { providerFailure } from './decodeError.ts';
import { asText, type JsonObject } from './json.ts';

type Emit = (event: StreamEvent) => void;
/** `stopped`: the server ended the answer because somebody stopped it. */
export type UiMessageEnd = 'done' | 'stopped' | undefined;

const KNOWN =
  /^(start|finish|abort|error|message-metadata|(start|finish)-step|(text|reasoning)-(start|delta|end)|tool-(input|output)-[a-z-]+|source-(url|document)|file|data-.+)$/;

/** Whether a JSON value is a chunk of the AI SDK's UI message stream. `type` alone does not tell: errors have one too. */
export function isUiMessage(value: JsonObject): boolean {
  const { type } = value;
  return typeof type === 'string' && KNOWN.test(type) && (type !== 'error' || 'errorText' in value);
}

/**
 * Decodes one chunk of the AI SDK's UI message stream.
 *
 * @see https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
 */
export function createUiMessageDecoder(): (value: JsonObject, emit: Emit) => UiMessageEnd {
  const places = new Map<string, number>();

  function decodeTool(value: JsonObject, emit: Emit): void {
    const id = asText(value['toolCallId']) ?? '';
    const isNew = !places.has(id);
    const index = places.get(id) ?? places.size;
    places.set(id, index);
    const name = asText(value['toolName']);
    const call = (argumentsDelta: string): void =>
      emit({ type: 'tool-call', index, id, ...(name && { name }), argumentsDelta });
    switch (value['type']) {
      case 'tool-input-start':
        return call('');
      case 'tool-input-delta':
        return call(asText(value['inputTextDelta']) ?? '');
      case 'tool-input-available':
        return isNew ? call(JSON.stringify(value['input'] ?? {})) : undefined;
      case 'tool-output-available':
        return emit({ type: 'tool-output', id, output: value['output'] });
      case 'tool-output-error':
        return emit({ type: 'tool-output', id, error: asText(value['errorText']) ?? 'error' });
      default:
    }
  }

  function decode(value: JsonObject, emit: Emit): UiMessageEnd {
    const type = String(value['type']);
    if (type.startsWith('tool-')) decodeTool(value, emit);
    else if (type.startsWith('data-')) emit({ type: 'data', name: type.slice('data-'.length), value: value['data'] });
    switch (type) {
      case 'text-delta':
      case 'reasoning-delta': {
        const text = asText(value['delta']);
        if (text !== undefined) emit({ type: type === 'text-delta' ? 'text' : 'reasoning', text });
        return undefined;
      }
      case 'source-url':
      case 'file': {
        const event = decodeLink(type, value);
        if (event !== null) emit(event);
        return undefined;
      }
      case 'finish': {
        const raw = asText(value['finishReason']);
        emit(
          raw === undefined
            ? { type: 'finish', reason: null }
            : { type: 'finish', reason: decodeFinishReason(raw), raw },
        );
        return 'done';
      }
      case 'abort':
        return 'stopped';
      case 'error':
        throw providerFailure({ message: asText(value['errorText']) });
      default:
        return undefined;
    }
  }

  return decode;
}

function decodeLink(type: 'source-url' | 'file', value: JsonObject): StreamEvent | null {
  const url = asText(value['url']);
  if (url === undefined) return null;
  if (type === 'file') {
    const mediaType = asText(value['mediaType']);
    return { type: 'file', url, ...(mediaType && { mediaType }) };
  }
  const title = asText(value['title']);
  return /^https?:\/\//i.test(url) ? { type: 'source', url, ...(title && { title }) } : null;
}
