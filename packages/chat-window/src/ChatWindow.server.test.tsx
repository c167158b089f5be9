import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ChatWindow } from './ChatWindow.tsx';

it('renders on the server: its messages, its words, and an empty box', () => {
  const answer = { type: 'text', text: 'Spring **comes**', state: 'done' } as const;
  const html = renderToString(
    <ChatWindow
      endpoint="/chat"
      lang="zh-CN"
      initialMessages={[{ id: 'a', parentId: null, role: 'assistant', parts: [answer], status: 'done', createdAt: 0 }]}
    />,
  );

  expect(html).toContain('<strong>comes</strong>');
  expect(html).toContain('助手说');
  expect(html).toMatch(/<textarea[^>]*><\/textarea>/);
});
