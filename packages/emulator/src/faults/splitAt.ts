import type { Bytes, Step } from '../engine/step.ts';

/** Cuts after each byte that matches; the pause keeps the pieces apart on a real connection. */
export function* splitAt(bytes: Bytes, matches: (byte: number) => boolean): Generator<Step> {
  let start = 0;
  for (let place = 0; place < bytes.length - 1; place += 1) {
    if (!matches(bytes[place] ?? 0)) continue;
    yield { kind: 'write', bytes: bytes.slice(start, place + 1) };
    yield { kind: 'wait', ms: 1, tokens: 0 };
    start = place + 1;
  }
  yield { kind: 'write', bytes: bytes.slice(start) };
}
