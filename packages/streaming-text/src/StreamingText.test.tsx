import { cleanup, fireEvent, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { shape } from '../test/shape.ts';
import { chineseLabels } from './labels.ts';
import { StreamingText } from './StreamingText.tsx';
import type { StreamingTextProps } from './streamingTextProps.ts';

afterEach(cleanup);

describe('StreamingText', () => {
  it('renders marks, lists, quotes, tables and code as real elements', () => {
    const { root } = show({ text: '# A *b*\n\n1. **c**\n\n> ~~d~~\n\n|e|\n|-|\n|f|\n\n```js\ng\n```\n\n---' });

    expect(shape(root)).toBe(
      'h1(A em(b)) ol(li(strong(c))) blockquote(p(del(d))) ' +
        'figure(div(table(thead(tr(th(e))) tbody(tr(td(f))))) figcaption(button(Copy CSV) button(Copy Markdown))) ' +
        'figure(figcaption(span(js) span(button(Wrap) button(Copy))) div(pre(code(g\n)))) hr()',
    );
  });

  it('shows raw HTML as text', () => {
    const { root } = show({ text: '<img src=x onerror=alert(1)> <b>no</b>' });

    expect(shape(root)).toBe('p(<img src=x onerror=alert(1)> <b>no</b>)');
  });

  it('keeps the elements of closed blocks while text is added', () => {
    const { root, update } = show({ text: 'one\n\ntw', streaming: true });
    const [first] = root.children;

    update({ text: 'one\n\ntwo\n\nthree', streaming: true });

    expect(root.children[0]).toBe(first);
    expect(shape(root)).toBe('p(one) p(two) p(three)');
  });

  it('adds to the growing text node instead of replacing it', () => {
    const { root, update } = show({ text: 'gro', streaming: true });
    const node = root.firstChild?.firstChild;

    update({ text: 'growing **and**', streaming: true });
    update({ text: 'growing **and** more', streaming: false });

    expect(root.firstChild?.firstChild).toBe(node);
    expect(shape(root)).toBe('p(growing strong(and) more)');
  });

  it('starts over when the text is another one', () => {
    const { root, update } = show({ text: 'one', streaming: true });

    update({ text: 'only' });
    expect(shape(root)).toBe('p(only)');
    update({ text: 'on' });
    expect(shape(root)).toBe('p(on)');
  });

  it('goes on after it was finished', () => {
    const { root, update } = show({ text: 'a' });

    update({ text: 'a b', streaming: true });

    expect(shape(root)).toBe('p(a b)');
  });

  it('shows text once when React renders twice', () => {
    const { container, rerender } = render(<StreamingText text="a" streaming />, { wrapper: StrictMode });

    rerender(<StreamingText text="a *b*" streaming />);

    expect(container.textContent).toBe('a b');
  });

  it('shows plain text as it is', () => {
    const { root, update } = show({ text: '**a**\n\n', format: 'plain', streaming: true });

    update({ text: '**a**\n\n# b', format: 'plain' });

    expect(root.textContent).toBe('**a**\n\n# b');
  });

  it('moves headings down by the offset, and no further than h6', () => {
    const { root } = show({ text: '# a\n\n##### b', headingOffset: 2 });

    expect(shape(root)).toBe('h3(a) h6(b)');
  });

  it('puts other props, a class and the language on its element', () => {
    const { root } = show({ text: 'a', className: 'mine', lang: 'zh', id: 'x', 'aria-label': 'Answer' });

    expect(root.className).toBe('ling-text mine');
    expect([root.lang, root.id, root.ariaLabel]).toEqual(['zh', 'x', 'Answer']);
  });

  it('renders components of the app in place of elements', () => {
    const { root, update } = show({ text: 'a *b', components: { p: ({ children }) => <section>{children}</section> } });

    update({ text: 'a *b* c', components: { p: ({ children }) => <section>{children}</section> } });

    expect(shape(root)).toBe('section(a em(b) c)');
  });

  it('shows plain text that began empty', () => {
    const { root, update } = show({ text: '', streaming: true, format: 'plain' });

    update({ text: '春', streaming: true, format: 'plain' });
    update({ text: '春天', streaming: true, format: 'plain' });

    expect(root.textContent).toBe('春天');
  });

  it('marks the growing block for the caret', () => {
    const { root, update } = show({ text: 'a\n\nb', streaming: true, caret: true });

    expect(carets(root)).toEqual(['b']);
    update({ text: 'a\n\n- b', streaming: true, caret: true });
    expect(carets(root)).toEqual(['b']);
    update({ text: 'a\n\n- b', caret: true });
    expect(carets(root)).toEqual([]);
  });

  it('says its words in the language of the labels', () => {
    const { root } = show({ text: '```\na\n```', labels: chineseLabels });

    expect([...root.querySelectorAll('button')].map((button) => button.textContent)).toEqual(['换行', '复制']);
  });

  it('loads no image until it is clicked', () => {
    const { root } = show({ text: '![A cat](https://cats.example/1.png?q=secret)' });

    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toBe('A cat cats.example');
    fireEvent.click(root.querySelector('button') ?? root);
    expect(root.querySelector('img')?.getAttribute('src')).toBe('https://cats.example/1.png?q=secret');
  });

  it('loads images whose address starts as the app allows', () => {
    const { root } = show({
      text: '![](https://a.example/in/1.png) ![](https://a.example/out.png) ![](https://a.example.evil/in/2.png)',
      allowImages: ['https://a.example/in/'],
    });

    expect([...root.querySelectorAll('img')].map((image) => image.src)).toEqual(['https://a.example/in/1.png']);
  });

  it('follows no link the app forbids', () => {
    const { root } = show({
      text: '[a](https://a.example) [b](https://b.example)',
      linkPolicy: ({ host }) => host === 'a.example',
    });

    expect([...root.querySelectorAll('a')].map((link) => link.textContent)).toEqual(['a']);
  });
});

function show(props: StreamingTextProps): { root: HTMLElement; update: (props: StreamingTextProps) => void } {
  const { container, rerender } = render(<StreamingText {...props} />);
  const root = container.firstElementChild;
  if (!(root instanceof HTMLElement)) throw new Error('nothing was rendered');
  return { root, update: (next) => rerender(<StreamingText {...next} />) };
}

function carets(root: Element): (string | null)[] {
  return [...root.querySelectorAll('[data-caret]')].map((element) => element.textContent);
}
