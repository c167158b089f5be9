import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shape } from '../test/shape.ts';
import { StreamingText } from './StreamingText.tsx';
import type { StreamingTextProps } from './streamingTextProps.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a block of code', () => {
  it('copies its text as it is, and says for two seconds that it did', async () => {
    const { root, copied } = show({ text: '```js\na\u202E\n  b\n```' });
    const button = find(root, 'Copy');

    await act(async () => fireEvent.click(button));
    expect(copied).toEqual(['a\u202E\n  b']);
    expect(button.textContent).toBe('Copied');
    act(() => void vi.advanceTimersByTime(2000));
    expect(button.textContent).toBe('Copy');
  });

  it('says when the browser refuses', async () => {
    const { root } = show({ text: '```\na\n```' }, () => Promise.reject(new Error('no')));

    await act(async () => fireEvent.click(find(root, 'Copy')));

    expect(find(root, 'Could not copy').dataset['outcome']).toBe('copyFailed');
  });

  it('shows letters that turn the direction of text', () => {
    const { root } = show({ text: '```\na\u202Eb\n```\n\n`c\u2066`' });

    expect(root.querySelector('pre')?.textContent).toBe('a⟨U+202E⟩b\n');
    expect(root.querySelector('p')?.textContent).toBe('c⟨U+2066⟩');
  });

  it('wraps long lines when asked', () => {
    const { root } = show({ text: '```\na\n```', lineNumbers: true });
    const button = find(root, 'Wrap');
    expect(root.querySelector('.ling-line-numbers')?.textContent).toBe('1\n');

    fireEvent.click(button);

    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(root.querySelector('figure')?.dataset['wrap']).toBe('');
    expect(root.querySelector('.ling-line-numbers')).toBeNull();
  });

  it('numbers its lines, the growing one too', () => {
    const text = `\`\`\`\n${'a\n'.repeat(41)}b`;
    const { root } = show({ text, lineNumbers: true, streaming: true });

    const numbers = root.querySelector('.ling-line-numbers')?.textContent.trim().split('\n');
    expect(numbers).toHaveLength(42);
    expect(numbers?.at(-1)).toBe('42');
  });

  it('is shown by the component for its language once it is complete', () => {
    const fences = { mermaid: ({ code }: { code: string }) => <em>{code}</em> };
    const { root, update } = show({ text: '```mermaid\ngraph', fences, streaming: true });
    expect(root.querySelector('pre')?.textContent).toBe('graph');

    update({ text: '```mermaid\ngraph\n```\n\nend', fences, streaming: true });
    expect(shape(root)).toBe('em(graph\n) p(end)');
  });

  it('is shown as code in a language that no component is named after', () => {
    const { root } = show({ text: '```constructor\na\n```\n\n```__proto__\nb\n```', fences: {} });

    expect(root.querySelectorAll('pre')).toHaveLength(2);
  });
});

describe('a table', () => {
  it('is copied as comma-separated values and as Markdown', async () => {
    const { root, copied } = show({ text: '|a|b|\n|-|:-:|\n|*c*|d, e|' });

    await act(async () => fireEvent.click(find(root, 'Copy CSV')));
    await vi.waitFor(() => expect(copied).toHaveLength(1)); // each writer is loaded when it is first used
    await act(async () => fireEvent.click(find(root, 'Copy Markdown')));
    await vi.waitFor(() => expect(copied).toHaveLength(2));

    expect(copied).toEqual(['a,b\r\nc,"d, e"\r\n', '| a | b |\n| --- | :---: |\n| *c* | d, e |\n']);
  });
});

function show(props: StreamingTextProps, write?: () => Promise<void>) {
  const copied: string[] = [];
  const writeText = async (text: string): Promise<void> => {
    await write?.();
    copied.push(text);
  };
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  const { container, rerender } = render(<StreamingText {...props} />);
  const root = container.firstElementChild;
  if (!(root instanceof HTMLElement)) throw new Error('nothing was rendered');
  return { root, copied, update: (next: StreamingTextProps) => rerender(<StreamingText {...next} />) };
}

function find(root: Element, label: string): HTMLElement {
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  if (button === undefined) throw new Error(`no button says ${label}`);
  return button;
}
