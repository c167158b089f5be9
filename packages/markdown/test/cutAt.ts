/** Cuts text into pieces of a size. */
export function cutEvery(size: number, text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
  return pieces;
}

/** Cuts text at places, given in any order and modulo its length. */
export function cutAt(text: string, places: readonly number[]): string[] {
  const cuts = places.map((place) => place % (text.length + 1)).sort((left, right) => left - right);
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index] ?? text.length));
}

/** A source of numbers from 0 to 1 that gives the same ones every time. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}
