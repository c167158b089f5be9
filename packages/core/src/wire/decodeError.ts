import { LingError, type LingErrorOptions } from '../LingError.ts';
import { asList, asObject, asText, isJsonObject } from './json.ts';

/** A provider's error, in whatever shape it came. */
export type ProviderError = Pick<LingErrorOptions, 'providerCode' | 'providerMessage' | 'requestId' | 'retryable'>;

/**
 * Reads a provider's error from a JSON value; `null` when the value is no error.
 *
 * Known shapes: `{error: "…"}`, `{error: {message, code, type}}`, the same in an array, `{object: "error", message}`,
 * `{code, message}` and `{detail}`.
 */
export function decodeError(value: unknown): ProviderError | null {
  const outer = asObject(asList(value)[0] ?? value);
  const { error, detail, message, code } = outer;
  const inner = asObject(error);
  const reason = asText(detail) ?? asText(asObject(asList(detail)[0])['msg']);
  const isError =
    isJsonObject(error) ||
    asText(error) !== undefined ||
    error === true ||
    [outer['object'], outer['type']].includes('error') ||
    reason !== undefined ||
    (asText(message) !== undefined && isFailureCode(code));
  if (!isError) return null;
  const find = (name: string): unknown => inner[name] ?? outer[name];
  const retryable = find('retryable');
  return {
    providerMessage: asText(error) ?? asText(find('message')) ?? reason,
    providerCode: asName(find('code')) ?? asName(find('type')),
    requestId: asName(find('request_id')) ?? asName(find('requestId')),
    ...(typeof retryable === 'boolean' && { retryable }),
  };
}

/** A {@link LingError} for an error the provider sent inside a reply or stream that began well. */
export function providerFailure(error: ProviderError): LingError {
  const { providerCode } = error;
  const isFiltered = isFilterCode(providerCode);
  const what = isFiltered ? 'The content filter refused this conversation' : 'The model reported an error';
  return new LingError(isFiltered ? 'content_filter' : 'api', `${what}${providerCode ? ` (${providerCode})` : ''}.`, {
    phase: 'stream',
    retryable: !isFiltered,
    ...error,
  });
}

/** Whether a provider's code means that moderation refused. */
export function isFilterCode(code: string | undefined): boolean {
  return /^(content_filter|data_inspection_failed|sensitive)$/.test(code ?? '');
}

/** `{code: 0, message: "success"}` is an envelope, not an error. */
function isFailureCode(code: unknown): boolean {
  return code !== undefined && code !== null && !/^(0|200|ok|success)$/i.test(asName(code) ?? '');
}

/** Codes and ids reach messages and logs; whatever reads like a sentence may quote the prompt and does not. */
function asName(value: unknown): string | undefined {
  const name = typeof value === 'number' ? String(value) : asText(value);
  return name !== undefined && /^[\w.:/-]{1,80}$/.test(name) ? name : undefined;
}
