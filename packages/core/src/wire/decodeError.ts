import { LingError, type LingErrorOptions } from '../LingError.ts';
import { asList, asObject, asText, isJsonObject } from './json.ts';

/** A provider's error, in whatever shape it came. */
export type ProviderError = Pick<LingErrorOptions, 'providerCode' | 'providerMessage' | 'requestId' | 'retryable'>;

/**
 * Reads a provider's error from a JSON value; `null` when the value is no error.
 *
 * Known shapes: `{error: "…"}`, `{error: {message, code, type}}`, the same in an array, `{object: "error", message}`,
 * `{code, message}`,
 * `{error_code, error_msg}`, `{error: 500}`, `{error: ["…"]}` and `{detail}`.
 */
export function decodeError(value: unknown): ProviderError | null {
  const outer = asObject(asList(value)[0] ?? value);
  const { error, detail } = outer;
  const message = outer['message'] ?? outer['error_msg'];
  const code = outer['code'] ?? outer['error_code'];
  const inner = asObject(asList(error)[0] ?? error);
  const sentence = asText(asList(error)[0]);
  const reason = asText(detail) ?? asText(asObject(asList(detail)[0])['msg']);
  const isError =
    isJsonObject(asList(error)[0] ?? error) ||
    asText(error) !== undefined ||
    sentence !== undefined ||
    error === true ||
    (typeof error === 'number' && isFailureCode(error)) ||
    [outer['object'], outer['type']].includes('error') ||
    reason !== undefined ||
    (asText(message) !== undefined && isFailureCode(code));
  if (!isError) return null;
  const find = (name: string): unknown => inner[name] ?? outer[name];
  const retryable = find('retryable');
  return {
    providerMessage: asText(error) ?? sentence ?? asText(inner['message'] ?? message) ?? reason,
    providerCode:
      asCode(find('code') ?? (typeof error === 'number' ? error : outer['error_code'])) ?? asCode(find('type')),
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

/** How the keys of many providers begin. */
const KEY = /^(sk|pk|rk|gh[a-z]|xox[a-z]|hf)[-_]|^(bearer|AKIA|AIza|eyJ)/i;

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
  return name !== undefined && /^[\w.:/-]{1,80}$/.test(name) && !KEY.test(name) ? name : undefined;
}

/** As {@link asName}; no code is a long mixture of letters and digits, as the ids of requests and many keys are. */
function asCode(value: unknown): string | undefined {
  const name = asName(value);
  return name !== undefined && /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{16}/i.test(name) ? undefined : name;
}
