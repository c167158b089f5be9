import type { Timing } from './timing.ts';

const NAMES: Readonly<Record<string, keyof Timing>> = {
  ttft: 'ttftMs',
  tps: 'tokensPerSecond',
  jitter: 'jitter',
  burst: 'burst',
  stallEvery: 'stallEvery',
  stall: 'stallMs',
};

/**
 * Reads the `X-Ling-Timing` header, such as `ttft=100, tps=20, jitter=0`.
 *
 * @throws TypeError - when a name is not known or a value is no number; a test that misspells its speed should hear of it.
 */
export function decodeTiming(header: string): Partial<Timing> {
  const timing: { -readonly [Name in keyof Timing]?: Timing[Name] } = {};
  for (const pair of header.split(/[,;]/)) {
    if (pair.trim() === '') continue;
    const [name = '', value = ''] = pair.split('=').map((part) => part.trim());
    const key = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    if (key === undefined) throw new TypeError(`"${name}" is unknown; the names are ${Object.keys(NAMES).join(', ')}.`);
    const number = Number(value);
    if (value === '' || Number.isNaN(number) || number < 0) {
      throw new TypeError(`"${name}" is "${value}"; it must be a number, 0 or more.`);
    }
    timing[key] = number;
  }
  return timing;
}
