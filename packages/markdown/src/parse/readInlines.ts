import type { Token } from 'markdown-it';
import type { Inline } from '../node.ts';
import { type Branch, nestTokens } from './nestTokens.ts';

/** Turns the parser's inline tokens into nodes, neighbouring texts joined. */
export function readInlines(tokens: readonly Token[]): Inline[] {
  return readBranches(nestTokens(tokens, []));
}

function readBranches(branches: readonly Branch[]): Inline[] {
  const nodes: Inline[] = [];
  for (const branch of branches) {
    const node = readBranch(branch);
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      nodes[nodes.length - 1] = { type: 'text', value: last.value + node.value };
    } else if (node.type !== 'text' || node.value !== '') {
      nodes.push(node);
    }
  }
  return nodes;
}

function readBranch({ token, children }: Branch): Inline {
  switch (token.type) {
    case 'softbreak':
      return { type: 'text', value: '\n' };
    case 'hardbreak':
      return { type: 'break' };
    case 'code_inline':
      return { type: 'code', value: token.content };
    case 'em_open':
      return { type: 'emphasis', children: readBranches(children) };
    case 'strong_open':
      return { type: 'strong', children: readBranches(children) };
    case 's_open':
      return { type: 'deleted', children: readBranches(children) };
    case 'link_open':
      return {
        type: 'link',
        href: readAttribute(token, 'href'),
        title: readAttribute(token, 'title'),
        children: readBranches(children),
      };
    case 'image':
      return {
        type: 'image',
        src: readAttribute(token, 'src'),
        title: readAttribute(token, 'title'),
        alt: readText(readInlines(token.children ?? [])),
      };
    default:
      return { type: 'text', value: token.content };
  }
}

function readAttribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '');
}

/** What inline nodes say, without how they look. */
function readText(nodes: readonly Inline[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
      return node.alt;
    default:
      return readText(node.children);
  }
}
