const SECRET_HEADER = /^(?:authorization|proxy-authorization|cookie|set-cookie|(?:x-)?api-?key)$|token|secret/i;
const SECRET_TEXT = /\b(?:sk|ak|key)-[\w-]{8,}|\bBearer\s+[\w.~+/=-]{8,}/g;
const SECRET_QUERY = /([?&][^=&#]*(?:key|token|secret)[^=&#]*=)[^&#]*/gi;

/** What stands in place of a secret. */
export const REDACTED = 'redacted';

/** Headers without keys and cookies. */
export function redactHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Array.from(headers, ([name, value]) => [name, SECRET_HEADER.test(name) ? REDACTED : redactText(value)]),
  );
}

/** Text without what looks like a key. */
export function redactText(text: string): string {
  return text.replace(SECRET_TEXT, REDACTED);
}

/** An address without keys in its query and without a password. */
export function redactUrl(url: string): string {
  return redactText(url.replace(/\/\/[^/@]*@/, '//').replace(SECRET_QUERY, `$1${REDACTED}`));
}
