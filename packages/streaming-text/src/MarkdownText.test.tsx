import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shape } from '../test/shape.ts';
import { StreamingText } from './StreamingText.tsx';
import type { StreamingTextProps } from './streamingTextProps.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('what is unfinished', () => {
  it('is shown as what it is about to be', () => {
    const { root } = show({ text: 'a **b [c](htt', streaming: true });

    expect(shape(root)).toBe('p(a strong(b a(c)))');
    expect(root.querySelector('a')?.hasAttribute('href')).toBe(false);
  });

  it('is held back until it says what it is, for 300 ms without more text', () => {
    const { root, update } = show({ text: 'a\n\n1', streaming: true });
    expect(shape(root)).toBe('p(a)');

    act(() => void vi.advanceTimersByTime(299));
    update({ text: 'a\n\n12', streaming: true });
    act(() => void vi.advanceTimersByTime(299));
    expect(shape(root)).toBe('p(a)');
    act(() => void vi.advanceTimersByTime(1));
    expect(shape(root)).toBe('p(a) p(12)');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is shown as it is at the end', () => {
    const { root, update } = show({ text: 'a\n\n**b\n-', streaming: true });

    update({ text: 'a\n\n**b\n-' });

    expect(shape(root)).toBe('p(a) h2(**b)');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks for no image', () => {
    const { root } = show({ text: '![a](https://b.example/c', streaming: true, allowImages: ['https://b.example'] });

    expect(root.querySelector('img, button')).toBeNull();
    expect(root.textContent).toBe('a');
  });
});

describe('formulas', () => {
  it('are shown in TeX, in a line and in lines of their own', () => {
    const { root } = show({ text: 'a $x$ $$y$$\n\n$$\nz\n$$' });

    expect(shape(root)).toBe('p(a span(code(x)) span(code(y))) div(code(z))');
  });

  it('are rendered by the component of the app', () => {
    const { root } = show({
      text: '$x$\n\n$$y$$',
      math: ({ value, display }) => <b>{`${value} ${String(display)}`}</b>,
    });

    expect(shape(root)).toBe('p(span(b(x false))) div(b(y true))');
  });
});

describe('alerts', () => {
  it('say what they warn of', () => {
    const { root } = show({ text: '> [!WARNING]\n> a' });

    expect(shape(root)).toBe('div(p(Warning) p(a))');
    expect(root.firstElementChild?.getAttribute('data-kind')).toBe('warning');
  });
});

describe('footnotes', () => {
  const text = 'a[^x] b[^y] c[^x]\n\n[^y]: two\n[^x]: one';

  it('are numbered by their first mark and listed below the text', () => {
    const { root } = show({ text });

    expect(shape(root)).toBe('p(a sup(a(1)) b sup(a(2)) c sup(a(1))) section(ol(li(p(one) a(↩)) li(p(two) a(↩))))');
  });

  it('have ids that no other text on the page has', () => {
    const first = show({ text });
    const second = show({ text });
    const ids = [first, second].flatMap(({ root }) => [...root.querySelectorAll('[id]')].map(({ id }) => id));

    expect(new Set(ids).size).toBe(4);
    expect(first.root.querySelector('sup a')?.getAttribute('href')).toBe(`#${ids[0]}`);
  });

  it('are reached from their mark and lead back to it', () => {
    const { root } = show({ text });
    const [mark] = root.querySelectorAll<HTMLElement>('sup a');
    const [note] = root.querySelectorAll<HTMLElement>('li');
    Element.prototype.scrollIntoView = vi.fn<() => void>();

    fireEvent.click(mark ?? root);
    expect(document.activeElement).toBe(note);
    fireEvent.click(note?.querySelector('a') ?? root);
    expect(document.activeElement).toBe(mark);
  });

  it('keep their numbers while they are written', () => {
    const { root, update } = show({ text: 'a[^x] b[^y]\n\nc', streaming: true });
    expect(shape(root)).toBe('p(a sup(1) b sup(2)) p(c)');

    update({ text: 'a[^x] b[^y]\n\nc\n\n[^y]: two\n', streaming: true });
    expect(shape(root)).toBe('p(a sup(1) b sup(a(2))) p(c) section(ol(li(p(two) a(↩))))');
    expect(root.querySelector('li')?.value).toBe(2);
  });
});

function show(props: StreamingTextProps): { root: HTMLElement; update: (props: StreamingTextProps) => void } {
  const { container, rerender } = render(<StreamingText {...props} />);
  const root = container.firstElementChild;
  if (!(root instanceof HTMLElement)) throw new Error('nothing was rendered');
  return { root, update: (next) => rerender(<StreamingText {...next} />) };
}
