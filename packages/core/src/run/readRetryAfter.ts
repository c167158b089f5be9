/**
 * Reads how long a server asks to wait, in milliseconds: `retry-after-ms`, or `Retry-After` in seconds or as a date.
 *
 * @param now - Wall-clock time, for a date without the server's own `Date` beside it. A past date means no wait.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function readRetryAfter(headers: Headers, now: number = Date.now()): number | undefined {
  const number = (name: string): number => Number.parseFloat(headers.get(name) ?? '');
  const date = (name: string): number => Date.parse(headers.get(name)?.match(/^\w{3},.*GMT$/)?.[0] ?? '');
  // Between two dates of the server a wrong clock on this side does not matter.
  const until = date('retry-after') - (date('date') || now);
  const delayMs = [number('retry-after-ms'), number('retry-after') * 1_000, until].find((ms) => !Number.isNaN(ms));
  return delayMs === undefined ? undefined : Math.max(0, delayMs);
}
