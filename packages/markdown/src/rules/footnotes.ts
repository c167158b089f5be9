import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const DEFINITION = /^\[\^([^\]\s]+)\]:/;
const REFERENCE = /\[\^([^\]\s]+)\]/y;
/** Link labels are upper case once they are normalised, so none of them is mistaken for a footnote. */
const PREFIX = 'footnote ';

/** The name under which a footnote is defined and looked up. */
export function nameFootnote(parser: MarkdownIt, label: string): string {
  return PREFIX + parser.utils.normalizeReference(label);
}

/** Whether a name is that of a footnote. */
export function isFootnoteName(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** Reads `[^label]`, where the label is defined anywhere in the document. */
export function readFootnoteReference(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || state.src[state.pos + 1] !== '^') return false;
  REFERENCE.lastIndex = state.pos;
  const [whole = '', label = ''] = REFERENCE.exec(state.src) ?? [];
  if (whole === '' || state.pos + whole.length > state.posMax) return false;
  const name = nameFootnote(state.md, label);
  if (state.env.references?.[name] === undefined) return false;
  if (!silent) state.push('footnote_reference', '', 0).content = name;
  state.pos += whole.length;
  return true;
}

/** Reads `[^label]: text` and the blocks indented below it, at the top level of a document. */
export function readFootnote(state: StateBlock, line: number, end: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const indent = state.sCount[line] ?? 0;
  // A line that is not indented enough for the item or the footnote above it ends that.
  const isOutside = silent && indent < state.blkIndent;
  if ((state.level > 0 && !isOutside) || indent >= 4) return false;
  const [mark = '', label = ''] = DEFINITION.exec(state.src.slice(start, state.eMarks[line])) ?? [];
  if (mark === '') return false;
  if (silent) return true;

  const name = nameFootnote(state.md, label);
  Object.assign(state.env.references ?? {}, { [name]: { href: '', title: '' } });
  const token = state.push('footnote_open', '', 1);
  token.content = name;
  token.map = [line, 0];
  readContent(state, { line, end, start: start + mark.length });
  token.map[1] = state.line;
  state.push('footnote_close', '', -1);
  return true;
}

/** Reads what follows the mark as if the line had been indented by four, as the lines below it are. */
function readContent(state: StateBlock, { line, end, start }: { line: number; end: number; start: number }): void {
  const { bMarks, tShift, sCount } = state;
  const before = [bMarks[line] ?? 0, tShift[line] ?? 0, sCount[line] ?? 0] as const;
  const spaces = state.skipSpaces(start) - start;
  bMarks[line] = start;
  tShift[line] = spaces;
  sCount[line] = 4;
  state.blkIndent += 4;
  const oldParent = state.parentType;
  state.parentType = 'footnote';
  state.md.block.tokenize(state, line, end);
  state.parentType = oldParent;
  state.blkIndent -= 4;
  [bMarks[line], tShift[line], sCount[line]] = before;
}
