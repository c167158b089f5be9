import { act } from '@testing-library/react';
import { type ReactElement, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { StreamingText } from './StreamingText.tsx';
import type { StreamingTextProps } from './streamingTextProps.ts';

const TEXT =
  '# a\n\n- [x] b **c** ![d](https://e.example/f)\n\n|g|\n|-|\n|h|\n\n```js\ni\n```\n\n$j$[^k]\n\n> [!TIP]\n> l\n\n[^k]: m **n';

it.each<StreamingTextProps>([{ text: TEXT }, { text: TEXT, streaming: true }, { text: TEXT, format: 'plain' }])(
  'takes over what the server rendered, without a word: %o',
  async (props) => {
    const errors = vi.fn<(error: unknown) => void>();
    const element = (
      <StrictMode>
        <StreamingText {...props} />
      </StrictMode>
    );
    const container = document.createElement('div');
    container.append(document.createRange().createContextualFragment(renderOnServer(element)));
    const [root] = container.children;
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});

    const app = await act(async () => hydrateRoot(container, element, { onRecoverableError: errors }));

    expect(container.firstElementChild).toBe(root);
    expect(errors.mock.calls).toEqual([]);
    expect(log.mock.calls).toEqual([]);
    await act(async () => app.unmount());
    log.mockRestore();
  },
);

function renderOnServer(element: ReactElement): string {
  // React 18 says that layout effects do not run on a server; here there is a document, so they are asked for.
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const html = renderToString(element);
  log.mockRestore();
  return html;
}
