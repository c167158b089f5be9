import type { Step } from '../engine/step.ts';

/** The steps up to exactly `size` bytes of the body, without the end. */
export function* takeBytes(steps: Iterable<Step>, size: number): Generator<Step> {
  let left = size;
  for (const step of steps) {
    if (step.kind === 'end') return;
    if (step.kind !== 'write') {
      yield step;
      continue;
    }
    if (left > 0) yield { kind: 'write', bytes: step.bytes.slice(0, left) };
    left -= step.bytes.length;
    if (left <= 0) return;
  }
}
