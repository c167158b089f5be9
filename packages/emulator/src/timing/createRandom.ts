/** A source of numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * Creates a repeatable random source (mulberry32).
 *
 * @param seed - Numbers and texts; the same list gives the same sequence.
 */
export function createRandom(...seed: readonly (number | string)[]): Random {
  let state = hash(seed.join('\u0000'));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a over UTF-16 units: short, and good enough to pick one of a few. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value;
}
