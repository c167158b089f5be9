import type { StreamEvent } from '../event.ts';
import { providerFailure } from './decodeError.ts';
import { decodeFinishReason } from './decodeFinishReason.ts';
import { decodeSource } from './decodeSources.ts';
import { argumentsText } from './decodeToolCalls.ts';
import { asText, type JsonObject } from './json.ts';

type Emit = (event: StreamEvent) => void;
/** `stopped`: the server ended the answer because somebody stopped it. */
export type DecodedEnd = 'done' | 'stopped' | undefined;

const KNOWN =
  /^(start|finish|abort|error|message-metadata|(start|finish)-step|(text|reasoning)-(start|delta|end)|tool-(input|output)-[a-z-]+|source-url|file|data-.+)$/;

/** Whether a JSON value is a chunk of the AI SDK's UI message stream. `type` alone does not tell: errors have one too. */
export function isUiMessage(value: JsonObject): boolean {
  const { type } = value;
  return typeof type === 'string' && KNOWN.test(type) && (type !== 'error' || 'errorText' in value);
}

/**
 * Decodes the chunks of one UI message stream of the AI SDK.
 *
 * @see https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
 */
export function createUiMessageDecoder(): (value: JsonObject, emit: Emit) => DecodedEnd {
  /** Index of each call, and whether its arguments have begun to arrive. */
  const calls = new Map<unknown, { readonly index: number; hasArguments: boolean }>();

  function decodeTool(value: JsonObject, emit: Emit): void {
    const id = asText(value['toolCallId']) ?? '';
    const name = asText(value['toolName']);
    const call = calls.get(id) ?? { index: calls.size, hasArguments: false };
    calls.set(id, call);
    const delta = asText(value['inputTextDelta']);
    // A whole input may follow its pieces, or come alone.
    const argumentsDelta = delta ?? (call.hasArguments ? '' : argumentsText(value['input']));
    call.hasArguments ||= argumentsDelta !== '';
    const error = asText(value['errorText']);
    if (!/output/.test(String(value['type'])))
      emit({ type: 'tool-call', index: call.index, id, ...(name && { name }), argumentsDelta });
    if (error !== undefined) emit({ type: 'tool-output', id, error });
    else if ('output' in value) emit({ type: 'tool-output', id, output: value['output'] });
  }

  return (value, emit) => {
    const type = String(value['type']);
    const [kind] = type.split('-', 1);
    const text = asText(value['delta']);
    const url = asText(value['url']);
    const mediaType = asText(value['mediaType']);
    const raw = asText(value['finishReason']);
    if (kind === 'tool') decodeTool(value, emit);
    else if (kind === 'data') emit({ type: kind, name: type.slice('data-'.length), value: value['data'] });
    else if (kind === 'source') decodeSource(value).forEach(emit);
    else if (kind === 'file' && url !== undefined) emit({ type: kind, url, ...(mediaType && { mediaType }) });
    else if ((kind === 'text' || kind === 'reasoning') && text !== undefined) emit({ type: kind, text });
    else if (type === 'error') throw providerFailure({ providerMessage: asText(value['errorText']) });
    else if (type === 'abort') return 'stopped';
    else if (type === 'finish') {
      emit({ type, reason: raw === undefined ? null : decodeFinishReason(raw), ...(raw && { raw }) });
      return 'done';
    }
    return undefined;
  };
}
