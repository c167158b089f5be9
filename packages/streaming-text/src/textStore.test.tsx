import { act, cleanup, render } from '@testing-library/react';
import { Profiler, type ReactNode, StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { createTextStore } from '../test/createTextStore.ts';
import { shape } from '../test/shape.ts';
import { StreamingText } from './StreamingText.tsx';

afterEach(cleanup);

describe('a text from a store', () => {
  it('shows Markdown as it comes, and its end', () => {
    const store = createTextStore('a **b');
    const { container } = render(<StreamingText store={store} caret />, { wrapper: StrictMode });
    expect(shape(container)).toBe('div(p(a strong(b)))');

    act(() => store.set({ text: 'a **b** c' }));
    expect(shape(container)).toBe('div(p(a strong(b) c))');
    expect(container.querySelector('[data-caret]')).not.toBeNull();

    act(() => store.set({ isActive: false }));
    expect(container.querySelector('[data-caret], [data-streaming]')).toBeNull();
  });

  it('grows without rendering where it is plain', () => {
    const store = createTextStore('a');
    const { container, renders } = profile(<StreamingText store={store} format="plain" />);
    const before = renders();

    store.set({ text: 'ab' });
    store.set({ text: 'abc\n' });

    expect(container.textContent).toBe('abc\n');
    expect(renders()).toBe(before);
  });

  it('renders plain text again for another piece, another text and the end', () => {
    const long = 'line\n'.repeat(500);
    const store = createTextStore('x');
    const { container } = render(<StreamingText store={store} format="plain" />);

    act(() => store.set({ text: `x${long}` }));
    expect(container.textContent).toBe(`x${long}`);
    expect(container.querySelectorAll('.ling-plain')).toHaveLength(2);
    store.set({ text: `x${long}more` });
    expect(container.textContent).toBe(`x${long}more`);
    act(() => store.set({ text: 'other', isActive: false }));
    expect(shape(container)).toBe('div(div(other))');
  });

  it('keeps what came without rendering when it is rendered again', () => {
    const store = createTextStore('a');
    const { container, rerender } = render(<StreamingText store={store} format="plain" />);
    store.set({ text: 'ab' });

    rerender(<StreamingText store={store} format="plain" className="x" />);
    store.set({ text: 'abc' });

    expect(container.textContent).toBe('abc');
  });

  it('follows another store from then on', () => {
    const [first, second] = [createTextStore('a'), createTextStore('b')];
    const { container, rerender } = render(<StreamingText store={first} />);

    rerender(<StreamingText store={second} />);
    act(() => first.set({ text: 'a2' }));
    act(() => second.set({ text: 'b2' }));

    expect(container.textContent).toBe('b2');
  });
});

function profile(element: ReactNode): { container: HTMLElement; renders: () => number } {
  let count = 0;
  const { container } = render(
    <Profiler id="text" onRender={() => (count += 1)}>
      {element}
    </Profiler>,
  );
  return { container, renders: () => count };
}
