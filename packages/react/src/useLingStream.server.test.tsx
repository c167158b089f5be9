import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { useLingStream } from './useLingStream.ts';

it('is idle on the server, and starts no timer and no request', () => {
  const fetch = vi.fn();
  const timer = vi.spyOn(globalThis, 'setTimeout');
  function Status() {
    const { status, text, isActive } = useLingStream({ endpoint: '/chat', fetch });
    return <p>{`${status} ${text} ${isActive}`}</p>;
  }

  const html = renderToString(<Status />);

  expect(html).toBe('<p>idle  false</p>');
  expect(timer).not.toHaveBeenCalled();
  expect(fetch).not.toHaveBeenCalled();
});
