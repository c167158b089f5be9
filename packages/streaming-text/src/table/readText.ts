import type { Inline } from '@ling-stream/markdown';

/** What inline nodes say, without how they look. */
export function readText(nodes: readonly Inline[]): string {
  return nodes.map(readNode).join('');
}

function readNode(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'math':
      return node.value;
    case 'image':
      return node.alt;
    case 'break':
      return '\n';
    case 'footnote':
      return '';
    default:
      return readText(node.children);
  }
}
