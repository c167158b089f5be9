import type { MarkdownIt, StateInline } from 'markdown-it';

/** What is shown of something unfinished is at most this long; what is longer was probably never meant so. */
const LONGEST = 300;

/** Teaches a parser to read the end of a growing text as what it is about to be, where `env.open` says it grows. */
export function completeInline({ inline }: MarkdownIt): void {
  inline.ruler.before('backticks', 'open_code', readOpenCode);
  inline.ruler.before('math', 'open_math', readOpenMath);
  inline.ruler.after('link', 'open_link', readOpenLink);
  inline.ruler.after('image', 'open_image', readOpenImage);
  inline.ruler.before('autolink', 'open_address', readOpenAddress);
  inline.ruler2.after('balance_pairs', 'open_marks', closeOpenMarks);
}

/** Whether a state stands in a text that grows, and not inside something in it that is closed. */
function isOpen(state: StateInline): boolean {
  return state.env['open'] === true && state.posMax === state.src.length;
}

function readRest(state: StateInline, from: number): string | undefined {
  const rest = state.src.slice(from);
  return rest.length <= LONGEST ? rest : undefined;
}

function readOpenCode(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '`' || !isOpen(state)) return false;
  const [run = ''] = /^`+/.exec(state.src.slice(state.pos)) ?? [];
  const rest = readRest(state, state.pos + run.length);
  if (rest === undefined || new RegExp(`(?<!\`)${run}(?!\`)`).test(rest)) return false;
  if (!silent)
    state.push('code_inline', 'code', 0).content = rest.replace(/`+$/, '').replace(/^ /, '').replaceAll('\n', ' ');
  state.pos = state.posMax;
  return true;
}

const MATH = /^(?:\\\(|\\\[|\$\$?(?![\s\d$]))/;

function readOpenMath(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if ((src[pos] !== '$' && src[pos] !== '\\') || !isOpen(state)) return false;
  const [open = ''] = MATH.exec(src.slice(pos, pos + 3)) ?? [];
  const close = open.startsWith('\\') ? open.replace('(', ')').replace('[', ']') : open;
  const rest = readRest(state, pos + open.length);
  if (open === '' || rest === undefined || rest.includes(close)) return false;
  // A dollar before words is a name or a sum; a formula says early that it is one.
  if (open === '$' && (/[\w$\\]/.test(src[pos - 1] ?? '') || !/^[^\s]{1,12}$|[\\^_{}=]/.test(rest))) return false;
  if (!silent) {
    const token = state.push('math_inline', '', 0);
    token.content = rest.replace(/[\\$]$/, '').trim();
    token.markup = open;
  }
  state.pos = state.posMax;
  return true;
}

const DESTINATION = /^\(\s*(?:<[^<>\n]*>?|[^\s<>]*)(?:\s+(?:"[^"]*"?|'[^']*'?|\([^()]*\)?)?)?\s*$|^\[[^[\]]*$/;

/** Where the label of an unfinished link or image ends; the end of the text where the label is unfinished itself. */
function findLabelEnd(state: StateInline, bracket: number): number | undefined {
  const rest = readRest(state, bracket);
  if (rest === undefined) return undefined;
  const end = state.md.helpers.parseLinkLabel(state, bracket, state.src[bracket - 1] !== '!');
  if (end < 0) return rest.includes('\n') ? undefined : state.posMax;
  const after = state.src.slice(end + 1);
  // A number in brackets is more often a citation than a link.
  const isLabel = after === '' && !/^\[[\d ,]+\]$/.test(rest);
  return isLabel || DESTINATION.test(after) ? end : undefined;
}

function readOpenLink(state: StateInline, silent: boolean): boolean {
  const { pos, posMax } = state;
  if (state.src[pos] !== '[' || silent || state.linkLevel > 0 || !isOpen(state)) return false;
  const end = findLabelEnd(state, pos);
  if (end === undefined) return false;
  // The rest is text of the link, and may hold other unfinished marks.
  if (end === posMax) {
    state.pos += 1;
    return true;
  }
  state.push('link_open', 'a', 1);
  state.pos = pos + 1;
  state.posMax = end;
  state.linkLevel += 1;
  state.md.inline.tokenize(state);
  state.linkLevel -= 1;
  state.push('link_close', 'a', -1);
  state.pos = state.posMax = posMax;
  return true;
}

function readOpenImage(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '!' || src[pos + 1] !== '[' || silent || !isOpen(state)) return false;
  const end = findLabelEnd(state, pos + 1);
  if (end === undefined) return false;
  const token = state.push('image', 'img', 0);
  token.content = src.slice(pos + 2, end);
  token.children = [];
  state.md.inline.parse(token.content, state.md, { references: state.env.references ?? {} }, token.children);
  state.pos = posMax;
  return true;
}

function readOpenAddress(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<' || silent || !isOpen(state)) return false;
  const [, address = ''] = /^<([a-z][a-z\d+.-]*:[^\s<>]*)$/i.exec(state.src.slice(state.pos)) ?? [];
  if (address === '') return false;
  state.push('link_open', 'a', 1);
  state.push('text', '', 0).content = address;
  state.push('link_close', 'a', -1);
  state.pos = state.posMax;
  return true;
}

/** Closes marks that are open at the end, so that the parser reads them as it reads all others. */
function closeOpenMarks(state: StateInline): void {
  if (state.env['open'] !== true) return;
  const { delimiters, tokens } = state;
  let inside = -1;
  const open = delimiters.filter((opener, index) => {
    const isInside = index < inside;
    inside = Math.max(inside, opener.end);
    return opener.open && opener.end < 0 && !isInside && !isInsideWord(state, opener.token);
  });
  for (const opener of open.toReversed()) {
    const { marker, token, length = 0 } = opener;
    state.push('text', '', 0).content = tokens[token]?.content ?? '';
    opener.end = delimiters.length;
    delimiters.push({ marker, length, token: tokens.length - 1, end: -1, open: false, close: true });
  }
}

/** In a word, as in `2*3`, a single star is rarely a mark. */
function isInsideWord({ tokens }: StateInline, index: number): boolean {
  const before = tokens[index - 1]?.content ?? '';
  return /[A-Za-z\d]$/.test(before) && /^[A-Za-z\d]/.test(tokens[index + 1]?.content ?? '');
}
