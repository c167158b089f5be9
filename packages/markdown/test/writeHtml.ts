import type { Block, Chunked, Inline, List, ListItem, Table, TableRow } from '../src/node.ts';

/** Writes blocks as the CommonMark specification writes its examples. */
export function writeHtml(blocks: readonly Block[]): string {
  return blocks.map(writeBlock).join('');
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${writeText(block.children)}</p>\n`;
    case 'heading':
      return `<h${block.depth}>${writeText(block.children)}</h${block.depth}>\n`;
    case 'code': {
      const language = block.language === '' ? '' : ` class="language-${escape(block.language)}"`;
      return `<pre><code${language}>${escape(block.text.join(''))}</code></pre>\n`;
    }
    case 'quote':
      return `<blockquote>\n${writeHtml(block.children.flat())}</blockquote>\n`;
    case 'math':
      return `<math display>${escape(block.value)}</math>\n`;
    case 'footnote':
      return `<aside>\n${writeHtml(block.children.flat())}</aside>\n`;
    case 'list':
      return writeList(block);
    case 'table':
      return writeTable(block);
    case 'rule':
      return '<hr />\n';
  }
}

function writeList({ start, loose, items }: List): string {
  const name = start === undefined ? 'ul' : 'ol';
  const from = start === undefined || start === 1 ? '' : ` start="${start}"`;
  const rows = items.flat().map((item) => `<li>${writeItem(item, loose)}</li>\n`);
  return `<${name}${from}>\n${rows.join('')}</${name}>\n`;
}

function writeItem({ checked, children }: ListItem, loose: boolean): string {
  const box = checked === undefined ? '' : `<input type="checkbox"${checked ? ' checked=""' : ''} disabled="" /> `;
  const blocks = children.flat();
  const parts = blocks.map((block, index) => {
    const before = index === 0 && (loose || block.type !== 'paragraph') ? '\n' : '';
    if (loose || block.type !== 'paragraph') return before + writeBlock(block);
    return writeText(block.children) + (index < blocks.length - 1 ? '\n' : '');
  });
  return box + parts.join('');
}

function writeTable({ head, rows, alignments }: Table): string {
  const writeRow = (row: TableRow, name: string): string => {
    const cells = row.cells.map((cell, index) => {
      const align = alignments[index] === '' ? '' : ` align="${alignments[index]}"`;
      return `<${name}${align}>${writeText(cell)}</${name}>\n`;
    });
    return `<tr>\n${cells.join('')}</tr>\n`;
  };
  const body = rows.flat().map((row) => writeRow(row, 'td'));
  const tbody = body.length === 0 ? '' : `<tbody>\n${body.join('')}</tbody>\n`;
  return `<table>\n<thead>\n${writeRow(head, 'th')}</thead>\n${tbody}</table>\n`;
}

function writeText(text: Chunked<Inline>): string {
  return writeInlines(text.flat());
}

const MARKS = { emphasis: 'em', strong: 'strong', deleted: 'del' } as const;

function writeInlines(nodes: readonly Inline[]): string {
  return nodes.map(writeInline).join('');
}

function writeInline(node: Inline): string {
  switch (node.type) {
    case 'text':
      return escape(node.value);
    case 'code':
      return `<code>${escape(node.value)}</code>`;
    case 'math':
      return `<math${node.display ? ' display' : ''}>${escape(node.value)}</math>`;
    case 'footnote':
      return `<sup>${escape(node.name)}</sup>`;
    case 'break':
      return '<br />\n';
    case 'link':
      return `<a href="${escape(node.href ?? '')}"${writeTitle(node.title)}>${writeInlines(node.children)}</a>`;
    case 'image':
      return `<img src="${escape(node.src ?? '')}" alt="${escape(node.alt)}"${writeTitle(node.title)} />`;
    default:
      return `<${MARKS[node.type]}>${writeInlines(node.children)}</${MARKS[node.type]}>`;
  }
}

function writeTitle(title: string): string {
  return title === '' ? '' : ` title="${escape(title)}"`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
