import type { Language, Skill } from './skill.ts';

const ASKS = /server[- ]sent|\bSSE\b|\bevent[- ]?stream|流式(?:输出|传输|响应)|什么是流式|\bstreaming\b/i;

/** Explains server-sent events, the protocol this very answer comes in. */
export const events: Skill = {
  name: 'server-sent events',
  answer({ text, language }) {
    return ASKS.test(text) ? { text: LESSON[language], reasoning: REASONING[language] } : undefined;
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户问的是流式传输。最好的例子就是这条回答本身：它正是用 SSE 传过来的。先说清格式，再给一段能读懂它的代码。',
  en: 'They ask how streaming works. The best example is this very answer, which travels as server-sent events. First the format, then code that reads it.',
};

const wire = (first: string, second: string): string => `\`\`\`http
HTTP/1.1 200 OK
Content-Type: text/event-stream

data: {"choices":[{"index":0,"delta":{"content":"${first}"}}]}

data: {"choices":[{"index":0,"delta":{"content":"${second}"}}]}

data: [DONE]

\`\`\`

`;

const READER = `\`\`\`tsx
import { useLingStream } from '@ling-stream/react';

export function Answer() {
  const { text, status, start, abort } = useLingStream({ endpoint: '/chat' });
  return (
    <>
      <button onClick={() => start('Hello')}>Ask</button>
      <button onClick={abort}>Stop</button>
      <p aria-busy={status === 'streaming'}>{text}</p>
    </>
  );
}
\`\`\`

`;

const LESSON: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '## 什么是 SSE？\n\n',
    '**Server-Sent Events（SSE）** 让服务器在*一个*普通的 HTTP 响应里，一段一段地往外送数据。您眼前这条回答，就是这样传过来的：\n\n',
    wire('您', '好'),
    '规则很少：\n\n',
    '1. 每个事件由若干行 `字段: 值` 组成，内容写在 `data` 里；\n2. 一个**空行**表示事件结束；\n3. 以冒号开头的行是注释，服务器常用它当心跳；\n4. 模型服务约定：最后送一个 `[DONE]`，表示说完了。\n\n',
    '难的是意外：一个汉字可能被切成两半，一个事件可能分几次才到，连接也可能中途断开——断开和说完，是两回事。这些都不必您操心：\n\n',
    READER.replace('Hello', '你好').replace('Ask', '提问').replace('Stop', '停止'),
    '想看断线时的样子，把模型名换成 `fault:reset@600` 再问一次。\n',
  ],
  en: [
    '## What are server-sent events?\n\n',
    '**Server-sent events (SSE)** let a server send data piece by piece within *one* plain HTTP response. The answer you are reading came that way:\n\n',
    wire('Hel', 'lo'),
    'There are few rules:\n\n',
    '1. An event is some lines of `field: value`; what it says is in `data`.\n2. An **empty line** ends it.\n3. A line that begins with a colon is a comment. Servers send them as heartbeats.\n4. By custom of model servers, `[DONE]` comes last and means that all was said.\n\n',
    'The hard part is the accidents: a character may be cut in half, an event may come in three pieces, a connection may break — and a broken answer is not a finished one. None of it need concern you:\n\n',
    READER,
    'To see a connection break, choose the model `fault:reset@600` and ask again.\n',
  ],
};
