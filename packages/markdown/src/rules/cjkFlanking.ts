import type { StateInline } from 'markdown-it';

const SPACE = /[\s\p{Z}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
/** Letters and punctuation of Chinese, Japanese and Korean, which are written without spaces between words. */
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303F\u3200-\u33FF\uFE10-\uFE1F\uFE30-\uFE6F\uFF01-\uFFEE]/u;

/**
 * Lets marks stand beside full-width punctuation, as in `**重点，**接着`: CommonMark expects a space there, which these
 * languages do not write. A rule that never matches; other languages are read as before.
 *
 * @see https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md
 */
export function readCjkFlanking(state: StateInline): boolean {
  if (Object.hasOwn(state, 'scanDelims')) return false;
  state.scanDelims = (start, canSplitWord) => scanDelims(state, start, canSplitWord);
  return false;
}

function scanDelims(
  { src, posMax }: StateInline,
  start: number,
  canSplitWord: boolean,
): ReturnType<StateInline['scanDelims']> {
  let end = start;
  while (end < posMax && src[end] === src[start]) end += 1;
  const before = lookAt(characterBefore(src, start));
  const after = lookAt(end < posMax ? String.fromCodePoint(src.codePointAt(end) ?? 32) : ' ');
  const isLeft = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation || before.isCjk);
  const isRight = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation || after.isCjk);
  return {
    can_open: isLeft && (canSplitWord || !isRight || before.isPunctuation),
    can_close: isRight && (canSplitWord || !isLeft || after.isPunctuation),
    length: end - start,
  };
}

function characterBefore(source: string, at: number): string {
  if (at === 0) return ' ';
  const isPair = at > 1 && (source.codePointAt(at - 2) ?? 0) > 0xffff;
  return source.slice(isPair ? at - 2 : at - 1, at);
}

function lookAt(character: string): { isSpace: boolean; isPunctuation: boolean; isCjk: boolean } {
  const isCjk = CJK.test(character);
  return { isSpace: SPACE.test(character), isPunctuation: !isCjk && PUNCTUATION.test(character), isCjk };
}
