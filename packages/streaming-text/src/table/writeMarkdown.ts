import type { Alignment, Inline, Table, TableRow } from '@ling-stream/markdown';

const DASHES: Readonly<Record<Alignment, string>> = { '': '---', left: ':---', center: ':---:', right: '---:' };

/** Writes a table as Markdown that reads as the same table. */
export function writeMarkdown({ head, rows, alignments }: Table): string {
  const dashes = `| ${alignments.map((alignment) => DASHES[alignment]).join(' | ')} |`;
  return [writeRow(head), dashes, ...rows.flat().map(writeRow), ''].join('\n');
}

function writeRow({ cells }: TableRow): string {
  // In a cell, a bar is escaped even in code.
  return `| ${cells.map((cell) => writeInlines(cell.flat()).replaceAll('|', '\\|')).join(' | ')} |`;
}

function writeInlines(nodes: readonly Inline[]): string {
  return nodes.map(writeInline).join('');
}

function writeInline(node: Inline): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll(/[\\`*_~[<$]/g, '\\$&');
    case 'code':
      return writeCode(node.value);
    case 'math':
      return node.display ? `$$${node.value}$$` : `$${node.value}$`;
    case 'emphasis':
      return `*${writeInlines(node.children)}*`;
    case 'strong':
      return `**${writeInlines(node.children)}**`;
    case 'deleted':
      return `~~${writeInlines(node.children)}~~`;
    case 'link':
      return `[${writeInlines(node.children)}](<${node.href ?? ''}>${writeTitle(node.title)})`;
    case 'image':
      return `![${node.alt.replaceAll(/[[\]\\]/g, '\\$&')}](<${node.src ?? ''}>${writeTitle(node.title)})`;
    case 'footnote':
      return '';
    case 'break':
      return ' ';
  }
}

function writeCode(value: string): string {
  const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 || value.startsWith(' ') ? `${fence} ${value} ${fence}` : fence + value + fence;
}

function writeTitle(title: string): string {
  return title === '' ? '' : ` "${title.replaceAll('"', '\\"')}"`;
}
