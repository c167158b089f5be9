import type { Token } from 'markdown-it';
import type { Inline } from '../node.ts';
import { isDisplayMath } from '../rules/math.ts';
import { linkAddresses } from './linkAddresses.ts';
import { type Branch, nestTokens } from './nestTokens.ts';

/** Turns the parser's inline tokens into nodes, neighbouring texts joined and addresses made links. */
export function readInlines(tokens: readonly Token[]): Inline[] {
  return readBranches(nestTokens(tokens, []), true);
}

/** @param links - Whether addresses become links; inside a link they do not. */
function readBranches(branches: readonly Branch[], links: boolean): Inline[] {
  const nodes: Inline[] = [];
  let text = '';
  const endText = (): void => {
    if (text !== '') nodes.push(...(links ? linkAddresses(text) : [{ type: 'text', value: text } as const]));
    text = '';
  };
  for (const branch of branches) {
    const node = readBranch(branch, links);
    if (node.type === 'text') text += node.value;
    else {
      endText();
      nodes.push(node);
    }
  }
  endText();
  return nodes;
}

function readBranch({ token, children }: Branch, links: boolean): Inline {
  switch (token.type) {
    case 'softbreak':
      return { type: 'text', value: '\n' };
    case 'hardbreak':
      return { type: 'break' };
    case 'code_inline':
      return { type: 'code', value: token.content };
    case 'math_inline':
      return { type: 'math', value: token.content, display: isDisplayMath(token.markup) };
    case 'footnote_reference':
      return { type: 'footnote', name: token.content };
    case 'em_open':
      return { type: 'emphasis', children: readBranches(children, links) };
    case 'strong_open':
      return { type: 'strong', children: readBranches(children, links) };
    case 's_open':
      return { type: 'deleted', children: readBranches(children, links) };
    case 'link_open':
      return {
        type: 'link',
        href: readAttribute(token, 'href'),
        title: readAttribute(token, 'title') ?? '',
        children: readBranches(children, false),
      };
    case 'image':
      return {
        type: 'image',
        src: readAttribute(token, 'src'),
        title: readAttribute(token, 'title') ?? '',
        alt: readText(readInlines(token.children ?? [])),
      };
    default:
      return { type: 'text', value: token.content };
  }
}

function readAttribute(token: Token, name: string): string | undefined {
  const value = token.attrGet(name);
  return value === null ? undefined : String(value);
}

/** What inline nodes say, without how they look. */
function readText(nodes: readonly Inline[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'math':
      return node.value;
    case 'footnote':
      return '';
    case 'break':
      return '\n';
    case 'image':
      return node.alt;
    default:
      return readText(node.children);
  }
}
