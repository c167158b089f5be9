import type { Token } from 'markdown-it';

/** A token with the tokens between it and its closing token. */
export interface Branch {
  readonly token: Token;
  readonly children: Branch[];
  /** Whether a blank line stands between two children of a list or an item, which makes the list loose. */
  hasGap: boolean;
}

/** Enough for 32 levels of quotes and lists with a table in the last, and far from any limit of a renderer's stack. */
const DEEPEST = 80;

/**
 * Turns the parser's flat list of opening and closing tokens into the tree it stands for.
 *
 * @param lines - The lines that the tokens were read from.
 */
export function nestTokens(tokens: readonly Token[], lines: readonly string[]): Branch[] {
  const root: Branch[] = [];
  const open: Branch[] = [];
  let quotes = 0;
  for (const token of tokens) {
    if (token.type === 'blockquote_open') quotes += 1;
    if (token.type === 'blockquote_close') quotes -= 1;
    if (token.nesting < 0) {
      const ended = open.pop();
      if (ended !== undefined) ended.hasGap = hasGap(ended, lines, quotes);
      continue;
    }
    const branch: Branch = { token, children: [], hasGap: false };
    const parent = open.at(-1);
    // Marks nested deeper than anybody reads are left out, and what they hold is kept.
    const isTooDeep = token.nesting > 0 && open.length >= DEEPEST;
    if (!isTooDeep) (parent?.children ?? root).push(branch);
    if (token.nesting > 0) open.push(isTooDeep && parent !== undefined ? parent : branch);
  }
  return root;
}

function hasGap({ token, children }: Branch, lines: readonly string[], quotes: number): boolean {
  const isItem = token.type === 'list_item_open';
  if (!isItem && token.type !== 'bullet_list_open' && token.type !== 'ordered_list_open') return false;
  for (const [index, child] of children.entries()) {
    const line = lines[(child.token.map?.[0] ?? 0) - 1];
    if (index > 0 && line !== undefined && isBlank(line, quotes)) return true;
    if (!isItem && child.hasGap) return true;
  }
  return false;
}

/** Whether a line inside so many quotes holds nothing but their marks. */
function isBlank(line: string, quotes: number): boolean {
  let rest = line;
  for (let quote = 0; quote < quotes; quote += 1) rest = rest.replace(/^[ \t]*>/, '');
  return rest.trim() === '';
}
