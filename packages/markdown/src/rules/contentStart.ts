import type { StateBlock, Token } from 'markdown-it';

/** Where the content of a list item or a quote starts. */
export interface ContentStart {
  readonly line: number;
  /** Characters before it in its line. */
  readonly column: number;
}

const CONTAINERS: ReadonlySet<string> = new Set(['list_item_open', 'blockquote_open', 'footnote_open']);

/** Notes, when the first child of a container is read, where the container's content starts. A rule that never matches. */
export function noteContentStart(state: StateBlock, line: number): boolean {
  const container = state.tokens.at(-1);
  if (container === undefined || !CONTAINERS.has(container.type)) return false;
  const mark = state.bMarks[line] ?? 0;
  const text = mark + (state.tShift[line] ?? 0);
  // What is indented further than the container asks for is indented code.
  const extra = (state.sCount[line] ?? 0) - state.blkIndent;
  const content = text - extra;
  const lineStart = state.src.lastIndexOf('\n', mark - 1) + 1;
  const isExact = state.src.slice(content, text) === ' '.repeat(extra);
  container.meta = { line, column: isExact ? content - lineStart : -1 };
  return false;
}

/** What {@link noteContentStart} noted; `undefined` where a tab is half inside and half outside. */
export function readContentStart({ meta }: Token): ContentStart | undefined {
  if (meta === null) return { line: -1, column: 0 }; // an empty item
  const column = Number(meta['column']);
  return column < 0 ? undefined : { line: Number(meta['line']), column };
}
