import { createRandom } from '../timing/createRandom.ts';

/** A repeatable id: the prefix and 24 hexadecimal digits made from the seed. */
export function createId(prefix: string, ...seed: readonly (number | string)[]): string {
  const random = createRandom(prefix, ...seed);
  return prefix + Array.from({ length: 24 }, () => Math.floor(random() * 16).toString(16)).join('');
}
