import type { Branch } from '../parse/nestTokens.ts';

/** The marks of quotes and items that a line starts with. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/;
/** What a line may start with before it says what it is. */
const UNDECIDED = [
  /^$/, // the marks of containers alone
  /^\d{1,9}[.)]?$/, // an item, or a number
  /^#{1,6}[ \t]*$/,
  /^(?:[-*_=+~`:][ \t]*)+$/, // a rule, an underline, a fence, a row of dashes
  /^\[(?:[ xX]\]?[ \t]*)?$/, // a task
  /^\[!\w*\]?[ \t]*$/, // an alert
  /^\[(?!\^)[^\]]*\]:/, // a definition, to its end
  /^\[\^[^\]\s]*(?:\]:?[ \t]*)?$/, // a footnote
  /^[!&<]$/,
  /^\$\$|^\\\[|^[$\\]$/, // a formula in lines of its own
];

/**
 * Leaves out the last line of a growing document where it may still become something that would look different.
 *
 * @param branches - What the whole source reads as.
 */
export function holdBack(source: string, branches: readonly Branch[]): string {
  const start = source.lastIndexOf('\n') + 1;
  const line = source.slice(start);
  const rest = line.replace(CONTAINERS, '');
  const leaf = findLast(branches);
  const isLeafOpen = (leaf?.token.map?.[1] ?? 0) >= source.slice(0, -1).split('\n').length;
  switch (isLeafOpen ? leaf?.token.type : undefined) {
    case 'fence':
      return isFenceMark(leaf, line, source) ? source.slice(0, start) : source;
    case 'math_block':
      return /^(?:\$\$?|\\\]?|)$/.test(rest) || isFirstLine(leaf, source) ? source.slice(0, start) : source;
    case 'table_open':
      return /^\|?[ \t]*$/.test(rest) ? source.slice(0, start) : source;
    case 'code_block':
      return source;
    default:
      return holdText(source, { start, rest, leaf: isLeafOpen ? leaf : undefined });
  }
}

function holdText(
  source: string,
  { start, rest, leaf }: { start: number; rest: string; leaf: Branch | undefined },
): string {
  // A row may be the head of a table as long as the line below it may be dashes.
  if (leaf?.token.type === 'paragraph_open' && /^[|:\- \t]*$/.test(rest)) {
    const before = source.lastIndexOf('\n', start - 2) + 1;
    if (start > 0 && source.slice(before, start).replace(CONTAINERS, '').startsWith('|'))
      return source.slice(0, before);
  }
  const line = source.slice(start);
  if (line === '') return source;
  // Outside of containers, a line that starts with a label may define it.
  const isLabel =
    leaf?.token.type === 'paragraph_open' && leaf.token.map?.[0] === lineCount(source) && LABEL.test(line);
  return isLabel || rest.startsWith('|') || UNDECIDED.some((mark) => mark.test(rest)) ? source.slice(0, start) : source;
}

const LABEL = /^\[[^\]]{0,100}\]?$/;

function lineCount(source: string): number {
  return source.split('\n').length - 1;
}

function isFenceMark(fence: Branch | undefined, line: string, source: string): boolean {
  const mark = fence?.token.markup[0] ?? '`';
  return (
    isFirstLine(fence, source) ||
    (line.includes(mark) &&
      line
        .replaceAll(mark, '')
        .replace(/^[ \t>]+/, '')
        .trim() === '')
  );
}

/** Whether the line that opens a block is itself unfinished. */
function isFirstLine(branch: Branch | undefined, source: string): boolean {
  return branch?.token.map?.[0] === lineCount(source);
}

/** The innermost last block. */
function findLast(branches: readonly Branch[]): Branch | undefined {
  const last = branches.at(-1);
  const isContainer =
    last !== undefined && /^(?:blockquote|list_item|bullet_list|ordered_list|footnote)_/.test(last.token.type);
  return isContainer ? (findLast(last.children) ?? last) : last;
}
