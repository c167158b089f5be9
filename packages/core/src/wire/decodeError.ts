import { LingError } from '../LingError.ts';
import { asList, asObject, asText, isJsonObject, type JsonObject } from './json.ts';

/** A provider's error, in whatever shape it came. */
export interface ProviderError {
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryable?: boolean | undefined;
}

/**
 * Reads a provider's error from a JSON value; `null` when the value is no error.
 *
 * Known shapes: `{error: "…"}`, `{error: {message, code, type}}`, the same in an array, `{object: "error", message}`,
 * `{code, message}` and `{detail}`.
 */
export function decodeError(value: unknown): ProviderError | null {
  if (Array.isArray(value)) return value.length > 0 ? decodeError(value[0]) : null;
  if (!isJsonObject(value)) return null;
  const { error, message, detail } = value;
  if (typeof error === 'string' && error !== '') return { ...fields(value), message: error };
  if (isJsonObject(error)) return { ...fields(value), ...withoutAbsent(fields(error)) };
  if (value['object'] === 'error' || value['type'] === 'error') return fields(value);
  if (typeof message === 'string' && value['code'] !== undefined && !('choices' in value)) return fields(value);
  if (typeof detail === 'string') return { ...fields(value), message: detail };
  if (Array.isArray(detail)) return { ...fields(value), message: asText(asObject(asList(detail)[0])['msg']) };
  return null;
}

/** A {@link LingError} for an error the provider sent inside a reply or stream that began well. */
export function providerFailure(error: ProviderError): LingError {
  const filtered = isFilterCode(error.code);
  const what = filtered ? 'The content filter refused this conversation' : 'The model reported an error';
  return new LingError(filtered ? 'content_filter' : 'api', `${what}${error.code ? ` (${error.code})` : ''}.`, {
    phase: 'stream',
    providerCode: error.code,
    providerMessage: error.message,
    requestId: error.requestId,
    retryable: error.retryable ?? !filtered,
  });
}

/** Whether a provider's code means that moderation refused. */
export function isFilterCode(code: string | undefined): boolean {
  return code === 'content_filter' || code === 'data_inspection_failed' || code === 'sensitive';
}

function fields(value: JsonObject): ProviderError {
  const code = value['code'] ?? value['type'];
  return {
    message: asText(value['message']),
    code: typeof code === 'number' ? String(code) : asText(code),
    requestId: asText(value['request_id']) ?? asText(value['requestId']),
    ...(typeof value['retryable'] === 'boolean' ? { retryable: value['retryable'] } : {}),
  };
}

function withoutAbsent(error: ProviderError): ProviderError {
  return Object.fromEntries(Object.entries(error).filter(([, value]) => value !== undefined));
}
