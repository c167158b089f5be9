import { Chat, ChatWindow, type Suggestion } from '@ling-stream/chat-window';
import '@ling-stream/chat-window/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DemoModel } from '../src/demoModel.ts';

const ENGLISH: readonly Suggestion[] = [
  { label: 'Write a poem about spring', detail: 'in Chinese, four lines', prompt: '请写一首关于春天的诗' },
  { label: 'Show me a Markdown tour', detail: 'tables, code, lists', prompt: 'Show me a Markdown tour' },
  { label: 'Count to one hundred', detail: 'to watch the stream, and to stop it', prompt: 'Count to one hundred' },
  { label: 'What can you do?', detail: 'and what is emulated here', prompt: 'help' },
];
const CHINESE: readonly Suggestion[] = [
  { label: '请写一首关于春天的诗', detail: '四行', prompt: '请写一首关于春天的诗' },
  { label: '看看 Markdown 能显示什么', detail: '表格、代码、列表', prompt: '展示一下 Markdown' },
  { label: '从一数到一百', detail: '看它流式输出，随时停止', prompt: '从一数到一百' },
  { label: '你能做什么？', detail: '以及这里模拟了什么', prompt: '帮助' },
];

const model = (await (await fetch('./model.json')).json()) as DemoModel;
const isChinese = /^zh\b/i.test(navigator.language);
const emulated = isChinese ? '模拟模型' : 'emulated model';
const lang = isChinese ? 'zh-CN' : 'en';
document.documentElement.lang = lang;
document.title = isChinese ? '百灵助手 · ling-stream' : 'Assistant · ling-stream';
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root to render into.');

createRoot(root).render(
  <StrictMode>
    <ChatWindow
      endpoint="/chat"
      lang={lang}
      header={
        <Chat.Header title={isChinese ? '百灵助手' : 'Assistant'} badge={model.isEmulated ? emulated : model.name} />
      }
      suggestions={isChinese ? CHINESE : ENGLISH}
      focusOnMount
    />
  </StrictMode>,
);
