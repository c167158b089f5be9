/**
 * The end of a text that may turn out to be a mark, the start of a link, an address, or a character reference: the
 * next characters decide.
 */
const UNDECIDED = /(?:[*_~`$\\]+|!?\[\^?|\[[\d ,]+|!|\[\^[^\]\s]*|<[A-Za-z][A-Za-z\d+.-]{0,9}|<|&#?[A-Za-z\d]{0,31})$/;

/** Leaves out the last characters of a growing text where they say nothing yet. */
export function dropUndecided(source: string): string {
  return source.replace(UNDECIDED, '');
}
