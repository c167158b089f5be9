import type { Random } from './createRandom.ts';

/**
 * One of the items; `undefined` when there are none.
 *
 * @param turn - Goes on to the next item, so that turns that follow each other differ.
 */
export function pickOne<Item>(items: readonly Item[], random: Random, turn = 0): Item | undefined {
  return items[(Math.floor(random() * items.length) + turn) % items.length];
}
