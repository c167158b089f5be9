import type { Branch } from '../parse/nestTokens.ts';
import { isDefinition } from '../parse/readBlocks.ts';

/** Whether the last of a block's children can change no more, whatever lines come. */
export function isClosed(branch: Branch, lines: readonly string[]): boolean {
  const { token } = branch;
  switch (token.type) {
    case 'heading_open':
      return !isLikeDefinition(branch) || (token.map?.[1] ?? 0) < lines.length;
    case 'hr':
      return true;
    case 'math_block':
      return token.info === 'closed';
    case 'fence':
      return isFenceClosed(token.content, token.map);
    case 'paragraph_open':
    case 'blockquote_open':
    case 'table_open':
    case 'reference_definition':
      // It has no sibling after it, so what follows its last line is blank.
      return (token.map?.[1] ?? 0) < lines.length;
    default:
      return false; // a blank line ends neither an item nor indented code
  }
}

function isFenceClosed(content: string, map: readonly [number, number] | null): boolean {
  const [first, end] = map ?? [0, 0];
  const contentLines = content.split('\n').length - 1;
  return end - first - contentLines === 2;
}

/** Whether `before` may take lines, for a title, out of the block below it, which is not finished. */
export function mayGrowBack(before: Branch, last: Branch): boolean {
  if (before.token.map?.[1] !== last.token.map?.[0]) return false;
  const text = last.children[0]?.token.content ?? last.token.content;
  return isLikeDefinition(before) || (/^\s*["'(]/.test(text) && endsWithDefinition(before));
}

function endsWithDefinition(branch: Branch): boolean {
  const last = branch.children.at(-1);
  return last === undefined ? isDefinition(branch) : endsWithDefinition(last);
}

/** To the parser, an underlined line of text may still become a definition, when its title ends below the line. */
function isLikeDefinition({ token, children }: Branch): boolean {
  return token.type === 'heading_open' && /^\[[^]+\]:/.test(children[0]?.token.content ?? '');
}
