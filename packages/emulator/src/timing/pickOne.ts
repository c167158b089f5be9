import type { Random } from './createRandom.ts';

/** One of the items; `undefined` when there are none. */
export function pickOne<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
