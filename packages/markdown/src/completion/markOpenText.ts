import type { Branch } from '../parse/nestTokens.ts';

/** Marks the text that the next character will be added to, if any. */
export function markOpenText(branches: readonly Branch[], source: string): void {
  const last = branches.at(-1);
  const end = source.endsWith('\n') ? source.length - 1 : source.length;
  if (last === undefined || (last.token.map?.[1] ?? 0) < source.slice(0, end).split('\n').length) return;
  switch (last.token.type) {
    case 'paragraph_open':
      return markOpen(last);
    case 'heading_open':
      return source.endsWith('\n') ? undefined : markOpen(last);
    case 'table_open': {
      const cells = last.children.at(-1)?.children.at(-1)?.children ?? [];
      const cell = cells.findLast(({ children }) => children[0]?.token.content !== '');
      return /[|\n]\s*$/.test(source) || cell === undefined ? undefined : markOpen(cell);
    }
    default:
      return markOpenText(last.children, source);
  }
}

function markOpen({ children }: Branch): void {
  const [text] = children;
  if (text !== undefined) text.token.meta = { open: true };
}
