import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StreamingText } from '../StreamingText.tsx';
import type { StreamingTextProps } from '../streamingTextProps.ts';
import '../styles.css';

afterEach(cleanup);

describe('the colours of code', () => {
  it('come line by line, and change no element', async () => {
    const { root, update } = show({ text: '```js\nconst a = "b"; // c\nreturn', streaming: true });
    await vi.waitFor(() =>
      expect(readColours()).toEqual({ keyword: ['const'], string: ['"b"'], comment: ['// c'], number: [] }),
    );
    const [node] = root.querySelector('code')?.childNodes ?? [];

    update({ text: '```js\nconst a = "b"; // c\nreturn 12;\n/* d', streaming: true });
    await vi.waitFor(() =>
      expect(readColours()).toEqual({
        keyword: ['const', 'return'],
        string: ['"b"'],
        comment: ['// c'],
        number: ['12'],
      }),
    );
    update({ text: '```js\nconst a = "b"; // c\nreturn 12;\n/* d' });
    await vi.waitFor(() =>
      expect(readColours()).toEqual({
        keyword: ['const', 'return'],
        string: ['"b"'],
        comment: ['// c', '/* d'],
        number: ['12'],
      }),
    );

    expect(root.querySelector('code')?.childNodes).toHaveLength(1);
    expect(root.querySelector('code')?.firstChild).toBe(node);
  });

  it('go on from one piece of a long block to the next', async () => {
    show({ text: `\`\`\`js\n/*${'\n'.repeat(90)}*/ if\n\`\`\`` });

    await vi.waitFor(() =>
      expect(readColours()).toEqual({ keyword: ['if'], string: [], number: [], comment: ['/*', '*/'] }),
    );
  });

  it('are taken off with the block, and made anew for another text', async () => {
    const { update } = show({ text: '```js\nif\n```' });
    await vi.waitFor(() => expect(readColours()).toEqual({ keyword: ['if'], string: [], comment: [], number: [] }));

    update({ text: '```js\nelse 1\n```' });
    await vi.waitFor(() =>
      expect(readColours()).toEqual({ keyword: ['else'], string: [], comment: [], number: ['1'] }),
    );
    update({ text: 'nothing' });
    await vi.waitFor(() => expect(readColours()).toEqual({ keyword: [], string: [], comment: [], number: [] }));
  });

  it('are none in an unknown language, in a line of data, or when not wanted', async () => {
    show({ text: `\`\`\`unknown\nif\n\`\`\`\n\n\`\`\`js\n${'if '.repeat(900)}\n\`\`\`` });
    show({ text: '```js\nif\n```', highlight: false });
    show({ text: '```py\npass\n```' });

    await vi.waitFor(() => expect(readColours()).toEqual({ keyword: ['pass'], string: [], comment: [], number: [] }));
  });

  it('follow the variables of the page', async () => {
    const { root } = show({ text: '```js\nif\n```' });
    root.style.setProperty('--ling-code-keyword', 'rgb(1, 2, 3)');
    await vi.waitFor(() => expect(readColours()).toEqual({ keyword: ['if'], string: [], comment: [], number: [] }));

    const { color } = getComputedStyle(root.querySelector('code') ?? root, '::highlight(ling-keyword)');
    expect(color).toBe('rgb(1, 2, 3)');
  });
});

function show(props: StreamingTextProps) {
  const { container, rerender } = render(<StreamingText {...props} />);
  const root = container.firstElementChild;
  if (!(root instanceof HTMLElement)) throw new Error('nothing was rendered');
  return { root, update: (next: StreamingTextProps) => rerender(<StreamingText {...next} />) };
}

/** What is coloured on the page, by kind. */
function readColours(): Record<string, string[]> {
  const kinds = ['keyword', 'string', 'comment', 'number'];
  return Object.fromEntries(kinds.map((kind) => [kind, readColoured(kind)]));
}

function readColoured(kind: string): string[] {
  return [...(CSS.highlights.get(`ling-${kind}`) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset),
  );
}
