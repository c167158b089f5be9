import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { StreamingText } from './StreamingText.tsx';
import './styles.css';

afterEach(cleanup);

const ANSWER = `# Title

A paragraph with **bold** text, a [link](https://a.example) and 重点，接着。

- one
- two
  1. nested

     loose

> a quote
>
> of two

> [!TIP]
> a tip

| a | b |
|---|---|
| c | d |

\`\`\`js
const a = 1;
\`\`\`

$$
x
$$

The *end*[^1].

[^1]: note
`;

describe('a selection', () => {
  it('lives in the paragraph that grows, through its end', () => {
    const { root, grow } = stream('The first words');
    select(root.querySelector('p')?.firstChild, 4, 9);

    grow(
      'The first words of **a** paragraph',
      'The first words of **a** paragraph\n\nand',
      'The first words of **a** paragraph\n\nand more',
    );

    expect(String(getSelection())).toBe('first');
  });

  it('lives in code, a list and plain text that grow', () => {
    const code = stream('```js\nlet one');
    select(code.root.querySelector('code')?.firstChild, 0, 3);
    code.grow('```js\nlet one = 1;\nlet two', '```js\nlet one = 1;\nlet two = 2;\n```\n\nend');
    expect(String(getSelection())).toBe('let');

    const list = stream('- an item');
    select(list.root.querySelector('li')?.firstChild, 3, 7);
    list.grow('- an item that grows\n- and', '- an item that grows\n- and another\n\nend');
    expect(String(getSelection())).toBe('item');

    const plain = stream('plain', 'plain');
    select(plain.root.querySelector('.ling-plain')?.firstChild, 0, 5);
    plain.grow('plain text', `plain text\n${'line\n'.repeat(1000)}`);
    expect(String(getSelection())).toBe('plain');
  });

  it('lives in closed blocks', () => {
    const { root, grow } = stream('# One\n\ntwo **three** four\n\nfi');
    select(root.querySelector('strong')?.firstChild, 0, 5);

    grow('# One\n\ntwo **three** four\n\nfive [a]', '# One\n\ntwo **three** four\n\nfive [a]\n\n[a]: b\n');

    expect(String(getSelection())).toBe('three');
  });
});

describe('an answer', () => {
  it('never jumps: every block stays where it first stood', () => {
    const { root, grow } = stream('');
    const places = new Map<Element, number>();
    const jumps: string[] = [];

    for (let end = 1; end <= ANSWER.length; end += 3) {
      grow(ANSWER.slice(0, end));
      for (const block of root.children) {
        const { top } = block.getBoundingClientRect();
        const before = places.get(block) ?? top;
        if (Math.abs(before - top) > 0.5) jumps.push(`${block.localName} ${before} ${top} at ${end}`);
        places.set(block, top);
      }
    }

    expect(jumps).toEqual([]);
    expect(root.children.length).toBe(10);
  });

  it('is the same elements, streamed or at once', () => {
    const { root, grow } = stream('');
    for (let end = 1; end < ANSWER.length; end += 7) grow(ANSWER.slice(0, end));
    grow(ANSWER, null);
    const once = render(<StreamingText text={ANSWER} />).container.firstElementChild;

    expect(withoutIds(root)).toBe(withoutIds(once));
  });

  it('takes away few of the nodes it added', async () => {
    const { root, grow } = stream('');
    const count = { added: 0, removed: 0 };
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        count.added += addedNodes.length;
        count.removed += removedNodes.length;
      }
    });
    observer.observe(root, { childList: true, subtree: true });

    for (let end = 1; end <= ANSWER.length; end += 1) grow(ANSWER.slice(0, end));
    await Promise.resolve();

    expect(count.removed).toBeLessThanOrEqual(2);
  });
});

describe('the caret', () => {
  it('is drawn at the end of the text and read by nobody', () => {
    const { root, grow } = stream('a', 'markdown');

    expect(getComputedStyle(root.querySelector('p') ?? root, '::after').animationName).toBe('ling-text-caret');
    grow('a\n\n- b');
    expect(getComputedStyle(root.querySelector('p') ?? root, '::after').content).toBe('none');
    expect(getComputedStyle(root.querySelector('li') ?? root, '::after').inlineSize).toBe('2px');
    expect(root.textContent).toBe('ab');
  });
});

function stream(text: string, format: 'markdown' | 'plain' = 'markdown') {
  const { container, rerender } = render(<StreamingText text={text} format={format} streaming caret />);
  const root = container.firstElementChild;
  if (!(root instanceof HTMLElement)) throw new Error('nothing was rendered');
  return {
    root,
    /** Shows texts one after another; `null` at the end finishes. */
    grow(...texts: (string | null)[]) {
      for (const [index, next] of texts.entries()) {
        const isLast = texts[index + 1] === null;
        if (next !== null) rerender(<StreamingText text={next} format={format} streaming={!isLast} caret />);
      }
    },
  };
}

function select(node: Node | null | undefined, from: number, to: number): void {
  if (!(node instanceof Text)) throw new Error('not a text');
  getSelection()?.setBaseAndExtent(node, from, node, to);
}

function withoutIds(element: Element | null): string {
  element?.normalize();
  const xml = new XMLSerializer().serializeToString(element ?? document.body);
  return xml.replaceAll(/ (?:id|href)="[^"]*footnote[^"]*"/g, '');
}
