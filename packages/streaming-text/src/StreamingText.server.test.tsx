import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { StreamingText } from './StreamingText.tsx';

it('renders on the server', () => {
  expect(renderToString(<StreamingText text="a **b**" streaming />)).toBe(
    '<div data-part="text" class="ling-text" data-format="markdown" data-streaming=""><p dir="auto">a <strong>b</strong></p></div>',
  );
});
