import type { ChoiceDelta } from './delta.ts';

/** A delta and whether time passes before it; the choices of one round come together. */
export interface PacedDelta extends ChoiceDelta {
  readonly waits: boolean;
}

/** Mixes the choices the way a model batches them: one delta of each in turn. */
export function* interleave(choices: readonly Iterable<ChoiceDelta>[]): Generator<PacedDelta> {
  let open = choices.map((choice) => choice[Symbol.iterator]());
  while (open.length > 0) {
    let waits = true;
    const rest: Iterator<ChoiceDelta>[] = [];
    for (const choice of open) {
      const next = choice.next();
      if (next.done) continue;
      const costs = next.value.tokens > 0;
      yield { ...next.value, waits: costs && waits };
      if (costs) waits = false;
      rest.push(choice);
    }
    open = rest;
  }
}
