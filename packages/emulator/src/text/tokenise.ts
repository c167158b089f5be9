type Kind = 'word' | 'digit' | 'space' | 'line' | 'han' | 'other';

const WORD_PIECE = 7;
const DIGITS = 3;

/**
 * Cuts text the way a model's tokenizer does: English by word piece with the space in front,
 * Chinese by one or two characters, never inside a grapheme. Joined, the tokens are the text.
 */
export function* tokenise(text: string): Generator<string> {
  let token = '';
  let kind: Kind | undefined;
  let size = 0;
  for (const grapheme of graphemes(text)) {
    const next = kindOf(grapheme);
    const leads = token === ' ' && next !== 'space' && next !== 'line';
    if (token !== '' && !leads && !continues({ kind, next, size, grapheme, token })) {
      yield* pieces(token);
      token = '';
      size = 0;
    }
    token += grapheme;
    kind = next;
    size = leads ? 1 : size + 1;
  }
  if (token !== '') yield* pieces(token);
}

/** Counts the tokens of a text. */
export function countTokens(text: string): number {
  let count = 0;
  for (const _ of tokenise(text)) count += 1;
  return count;
}

function continues(at: { kind: Kind | undefined; next: Kind; size: number; grapheme: string; token: string }): boolean {
  if (at.kind !== at.next) return false;
  switch (at.next) {
    case 'word':
    case 'space':
    case 'line':
      return true;
    case 'digit':
      return at.size < DIGITS;
    case 'han':
      // Some pairs are one token to a real tokenizer; a rule on the character keeps this a pure function.
      return at.size < 2 && (at.grapheme.codePointAt(0) ?? 0) % 3 === 0;
    case 'other':
      // Marks such as ** and ``` are one token.
      return /^[!-/:-@[-`{-~]$/.test(at.grapheme) && at.token.endsWith(at.grapheme);
  }
}

/** Cuts a long word in even pieces: `streaming` → `strea`, `ming`. */
function* pieces(token: string): Generator<string> {
  if (token.length <= WORD_PIECE + 1 || !/^ ?\p{L}+$/u.test(token)) return yield token;
  const letters = graphemes(token);
  const size = Math.ceil(letters.length / Math.ceil(letters.length / WORD_PIECE));
  for (let start = 0; start < letters.length; start += size) yield letters.slice(start, start + size).join('');
}

function graphemes(text: string): string[] {
  // Plain ASCII has one cluster of two characters, and it is most of what is written here.
  if (/^\p{ASCII}*$/u.test(text)) return text.match(/\r\n|[^]/g) ?? [];
  return Array.from(new Intl.Segmenter('und').segment(text), ({ segment }) => segment);
}

function kindOf(grapheme: string): Kind {
  if (/^[\r\n]+$/.test(grapheme)) return 'line';
  if (/^[ \t]$/.test(grapheme)) return 'space';
  if (/^\p{Script=Han}/u.test(grapheme)) return 'han';
  if (/^\p{L}/u.test(grapheme)) return 'word';
  if (/^\p{N}/u.test(grapheme)) return 'digit';
  return 'other';
}
