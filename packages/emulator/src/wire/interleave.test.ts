import { describe, expect, it } from 'vitest';
import type { ChoiceDelta } from './delta.ts';
import { interleave } from './interleave.ts';

describe('interleave', () => {
  it('takes one delta of each choice in turn, and goes on with those that last', () => {
    const order = [...interleave([choice(0, 1, 1, 1), choice(1, 1)])].map((delta) => delta.choice);

    expect(order).toEqual([0, 1, 0, 0]);
  });

  it('lets time pass once a round, before the first delta that costs any', () => {
    const waits = [...interleave([choice(0, 0, 1, 1), choice(1, 0, 1, 1)])].map((delta) => delta.waits);

    expect(waits).toEqual([false, false, true, false, true, false]);
  });

  it('lets time pass for a choice that lasts longer than the first', () => {
    const waits = [...interleave([choice(0, 1), choice(1, 1, 1)])].map((delta) => delta.waits);

    expect(waits).toEqual([true, false, true]);
  });
});

function choice(index: number, ...tokens: readonly number[]): ChoiceDelta[] {
  return tokens.map((count) => ({ choice: index, delta: { kind: 'content', text: 'x' }, tokens: count }));
}
