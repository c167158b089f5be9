import type { StateBlock, StateInline } from 'markdown-it';

interface Fence {
  readonly open: string;
  readonly close: string;
  /** Whether it stands in a line of its own. */
  readonly isDisplay: boolean;
}

const FENCES: readonly Fence[] = [
  { open: '$$', close: '$$', isDisplay: true },
  { open: '$', close: '$', isDisplay: false },
  { open: '\\[', close: '\\]', isDisplay: true },
  { open: '\\(', close: '\\)', isDisplay: false },
];
/** A sum with words after it: `5 (US` between two dollars is no formula. */
const MONEY = /^\d[\d,.]*\p{L}{0,2}\s(?!.*[\\^_=+*/<>{}|])/su;

/** Reads a formula inside a line: `$x$`, `$$x$$`, `\(x\)` or `\[x\]`. */
export function readMath(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '$' && src[pos] !== '\\') return false;
  const fence = FENCES.find(({ open }) => src.startsWith(open, pos));
  if (fence === undefined) return false;
  const start = pos + fence.open.length;
  const end = findClose(src, fence.close, start);
  if (end < 0 || end + fence.close.length > posMax || !isFormula(state, fence, end)) return false;
  if (!silent) {
    const token = state.push('math_inline', '', 0);
    token.content = src.slice(start, end).trim();
    token.markup = fence.open;
  }
  state.pos = end + fence.close.length;
  return true;
}

/** Whether a formula is for a line of its own. */
export function isDisplayMath(markup: string): boolean {
  return markup === '$$' || markup === '\\[';
}

function isFormula({ src, pos }: StateInline, { open, close }: Fence, end: number): boolean {
  const content = src.slice(pos + open.length, end);
  // Backslash escapes of brackets are older than formulas in them.
  if (!/[\p{L}\p{N}]/u.test(content)) return false;
  if (open !== '$') return true;
  // As Pandoc has it, so that `$5 and $10` stays money.
  const before = src[pos - 1] ?? ' ';
  const after = src[end + close.length] ?? ' ';
  return !/[\w$\\]/.test(before) && !/[\w$]/.test(after) && !/^\s|\s$/.test(content) && !MONEY.test(content);
}

function findClose(src: string, close: string, from: number): number {
  for (let at = src.indexOf(close, from); at >= 0; at = src.indexOf(close, at + 1)) {
    let slashes = 0;
    while (src[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

/** Reads a formula in lines of its own, between `$$` and `$$` or `\[` and `\]`. */
export function readMathBlock(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const first = readLine(state, line);
  const fence = FENCES.find(({ open, isDisplay }) => isDisplay && first.startsWith(open));
  if (fence === undefined) return false;
  const { open, close } = fence;
  const isWhole =
    first.length > open.length + close.length && first.indexOf(close, open.length) === first.length - close.length;
  if (!isWhole && first !== open) return false;
  if (silent) return true;
  const last = isWhole ? line : findLastLine(state, line, { end, close });
  const isClosed = isWhole || (last < end && readLine(state, last).endsWith(close));
  const token = state.push('math_block', '', 0);
  state.line = Math.min(isClosed ? last + 1 : last, end);
  const source = state.getLines(line, state.line, state.sCount[line] ?? 0, false).trim();
  token.content = source.slice(open.length, isClosed ? -close.length : undefined).trim();
  token.map = [line, state.line];
  token.info = isClosed ? 'closed' : '';
  return true;
}

/** The line with the closing fence, or the first line that is no more inside. */
function findLastLine(state: StateBlock, line: number, { end, close }: { end: number; close: string }): number {
  for (let next = line + 1; next < end; next += 1) {
    if ((state.sCount[next] ?? 0) < state.blkIndent && !state.isEmpty(next)) return next;
    if (readLine(state, next).endsWith(close)) return next;
  }
  return end;
}

function readLine(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
}
