import type { Timing } from './timing.ts';

const NAMES: Readonly<Record<string, keyof Timing>> = {
  ttft: 'ttftMs',
  tps: 'tokensPerSecond',
  jitter: 'jitter',
  burst: 'burst',
  stallEvery: 'stallEvery',
  stall: 'stallMs',
};

/** Reads the `X-Ling-Timing` header, such as `ttft=100, tps=20, jitter=0`. What it does not know it ignores. */
export function decodeTiming(header: string): Partial<Timing> {
  const timing: { -readonly [Name in keyof Timing]?: Timing[Name] } = {};
  for (const pair of header.split(/[,;]/)) {
    const [name = '', value = ''] = pair.split('=').map((part) => part.trim());
    const key = NAMES[name];
    const number = Number(value);
    if (key !== undefined && value !== '' && number >= 0) timing[key] = number;
  }
  return timing;
}
