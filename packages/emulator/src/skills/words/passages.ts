/** A passage about ling-stream, in both languages, and where more of it is written. */
export interface Passage {
  /** What a question names when this passage answers it; each match counts. */
  readonly about: readonly RegExp[];
  readonly file: string;
  readonly title: Readonly<Record<'en' | 'zh', string>>;
  readonly en: string;
  readonly zh: string;
  /** A fenced example, the same in both languages. */
  readonly example?: string;
}

const README = { en: 'ling-stream', zh: 'ling-stream 简介' };
const CORE = { en: '@ling-stream/core', zh: '@ling-stream/core 文档' };
const REACT = { en: '@ling-stream/react', zh: '@ling-stream/react 文档' };
const CHAT = { en: '@ling-stream/chat', zh: '@ling-stream/chat 文档' };
const WINDOW = { en: '@ling-stream/chat-window', zh: '@ling-stream/chat-window 文档' };
const SERVER = { en: '@ling-stream/server', zh: '@ling-stream/server 文档' };
const EMULATOR = { en: '@ling-stream/emulator', zh: '@ling-stream/emulator 文档' };

const SECURITY = { en: 'Security', zh: '安全说明' };
const LICENSE = { en: 'MIT License', zh: 'MIT 许可证' };

/** What the emulator knows about ling-stream; the first is the introduction. */
export const PASSAGES: readonly Passage[] = [
  {
    about: [/what(?:'s| is)/i, /introduc|about|overview/i, /是什么|介绍|干什么|做什么/],
    file: 'README.md',
    title: README,
    en: '**ling-stream** puts a streaming chat with Ant Ling models, or with any OpenAI-compatible model, into a React app. It comes in layers that can be used alone: a client without React, hooks, text that grows, and a whole chat window. Every token is shown once and in order, a stop stops the model and not only the screen, and a cut answer is never shown as a finished one.',
    zh: '**ling-stream** 把百灵大模型（或任何兼容 OpenAI 接口的模型）的流式对话放进 React 应用。它分层提供，每一层都能单独使用：不依赖 React 的客户端、hooks、逐步显示的文本，以及整个聊天窗口。每个 token 只显示一次且顺序不乱；点停止，停下的是模型，不只是屏幕；没说完的回答，绝不会冒充说完了的。',
  },
  {
    about: [
      /install|set ?up|get(?:ting)? started|quick ?start|how (?:do|can) i use/i,
      /安装|上手|快速开始|怎么用|如何使用|接入/,
    ],
    file: 'README.md#in-your-app',
    title: README,
    en: 'Install the window for the page and the handler for the server. The page needs one component and one stylesheet; no key ever reaches it.',
    zh: '页面装聊天窗口，服务端装处理函数。页面里只要一个组件、一份样式，密钥始终留在服务端。',
    example:
      "```sh\nnpm install @ling-stream/chat-window @tanstack/react-query\nnpm install @ling-stream/server\n```\n\n```tsx\nimport { ChatWindow } from '@ling-stream/chat-window';\nimport '@ling-stream/chat-window/styles.css';\n\nexport const App = () => <ChatWindow endpoint=\"/chat\" />;\n```",
  },
  {
    about: [/useLingStream/i, /\bhooks?\b/i, /own (?:ui|components?)|custom/i, /自定义|自己的(?:界面|组件)/],
    file: 'packages/react/README.md',
    title: REACT,
    en: '`useLingStream` holds one stream in React state: its status, text, reasoning, usage and error, with `start`, `abort` and `reset`. A component re-renders only for the fields it reads.',
    zh: '`useLingStream` 把一个流放进 React 状态：status、text、reasoning、usage、error，以及 `start`、`abort`、`reset`。组件读了哪些字段，就只在哪些字段变化时重新渲染。',
    example: "```tsx\nconst { text, status, start, abort } = useLingStream({ endpoint: '/chat' });\n```",
  },
  {
    about: [
      /useLingChat|useLingMessage/i,
      /conversation|history|multi-?turn|branch/i,
      /tanstack|query/i,
      /多轮|历史|会话|分支/,
    ],
    file: 'packages/chat/README.md',
    title: CHAT,
    en: '`useLingChat` keeps a conversation in TanStack Query: send, stop, retry, edit and regenerate, with branches. No provider is needed; when there is one, its client is used. The cache is written twice a turn and never per token.',
    zh: '`useLingChat` 把整段对话交给 TanStack Query 保存：发送、停止、重试、编辑、重新生成，并支持分支。不必包 Provider；如果有，就用它的客户端。每轮对话只写两次缓存，不会每个 token 写一次。',
  },
  {
    about: [/ChatWindow/i, /chat window|window/i, /聊天窗口|窗口/],
    file: 'packages/chat-window/README.md',
    title: WINDOW,
    en: '`<ChatWindow endpoint="/chat" />` is the whole window: messages, composer, stop, retry, light and dark, phone and desktop. It is made of parts that you can arrange yourself.',
    zh: '`<ChatWindow endpoint="/chat" />` 就是完整的聊天窗口：消息、输入框、停止、重试，深色浅色、手机电脑都照顾到了。它由可以单独取用的零件搭成，您也可以自己重新摆放。',
  },
  {
    about: [/theme|styl|\bcss\b|colou?r|dark|tailwind/i, /主题|样式|颜色|深色|外观/],
    file: 'packages/chat-window/README.md#parts',
    title: WINDOW,
    en: 'One stylesheet, themed by `--ling-*` variables and `data-part` attributes. No Tailwind, no CSS-in-JS.',
    zh: '一份样式表，用 `--ling-*` 变量和 `data-part` 属性换主题，不需要 Tailwind，也没有运行时样式。',
  },
  {
    about: [/StreamingText/i, /markdown/i, /render/i, /渲染|排版/],
    file: 'README.md#three-ways-to-use-it',
    title: README,
    en: '`<StreamingText>` shows growing text or Markdown. Finished blocks are parsed once; only the open block is read again, so a long answer stays as cheap as a short one. Raw HTML is shown as text, and images wait for consent.',
    zh: '`<StreamingText>` 逐步显示文本或 Markdown。写完的段落只解析一次，之后只重读还没写完的那一段，所以回答再长也不会变卡。原始 HTML 只当文字显示，图片要经同意才加载。',
  },
  {
    about: [/lingChat\b|createChatHandler/, /server|express|next\.?js|hono|backend|back end/i, /服务端|后端|服务器/],
    file: 'packages/server/README.md',
    title: SERVER,
    en: "`app.post('/chat', lingChat())` is the whole Express back end; `createChatHandler()` gives the same as a fetch handler for Next.js, Hono, Bun, Deno and Workers. It holds the key, checks what it is sent, and aborts the model when the reader leaves.",
    zh: "Express 后端只要一行：`app.post('/chat', lingChat())`。`createChatHandler()` 则是同样功能的 fetch 处理函数，可用于 Next.js、Hono、Bun、Deno 和 Workers。它保管密钥、检查请求，读者一离开就让模型停下。",
  },
  {
    about: [/\bkeys?\b|secret|secur|\bxss\b|safe/i, /密钥|安全|泄露/],
    file: '.github/SECURITY.md',
    title: SECURITY,
    en: 'The key is read from the environment of the server and never leaves it. What the model writes can run nothing and call nobody: elements come from a closed list, links from an allow-list of schemes.',
    zh: '密钥只从服务端的环境变量读取，不会离开服务端。模型写的内容执行不了任何东西，也联系不了任何人：元素来自固定名单，链接协议来自白名单。',
  },
  {
    about: [/\bstop|abort|cancel/i, /停止|取消|中止|中断/],
    file: 'README.md#what-it-promises',
    title: README,
    en: 'A stop is an outcome, not an exception: the partial text stays and the status becomes `stopped`. The request is aborted, the server sees it and aborts the model, so no more tokens are paid for.',
    zh: '停止是一种结果，不是异常：已经收到的文字保留，状态变为 `stopped`。请求被中止，服务端随即让模型停下，不再为后面的 token 付费。',
  },
  {
    about: [/error|fail|retry|timeout|reconnect|resume|network/i, /错误|出错|失败|重试|超时|断线|重连|续传/],
    file: 'packages/core/README.md#lingerror',
    title: CORE,
    en: 'There is one error class, `LingError`, with a `code`: `http`, `api`, `content_filter`, `network`, `timeout`, `protocol`, `truncated`. Text received before an error stays. Before the first content a request is retried by itself; with a run store on the server a cut stream is resumed without a gap.',
    zh: '只有一个错误类 `LingError`，看它的 `code` 即可：`http`、`api`、`content_filter`、`network`、`timeout`、`protocol`、`truncated`。出错前收到的文字会保留。第一段内容到来之前会自动重试；服务端若配了运行存储，断线后还能无缝续传。',
  },
  {
    about: [/buffer|50 ?ms|re-?render|smooth|fast|speed|performance/i, /缓冲|性能|流畅|速度|卡顿/],
    file: 'packages/core/README.md#createstreamstoreoptions-streamstore',
    title: CORE,
    en: 'Text is shown at most once every 50 ms, as Ant Ling’s tutorial advises; the first words at once, and the end together with its status. One flush re-renders one message, whatever the length of the history.',
    zh: '按百灵教程的建议，文字最多每 50 毫秒刷新一次；第一批字立即显示，结尾与状态同时更新。每次刷新只重新渲染一条消息，与历史长短无关。',
  },
  {
    about: [/emulator|offline|without (?:a )?key|no key|fault/i, /模拟器|离线|没有密钥|不用密钥|故障/],
    file: 'packages/emulator/README.md',
    title: EMULATOR,
    en: 'This is me. `npx @ling-stream/emulator --port 8080` starts a model that needs no key, and `createEmulatorFetch()` is the same model inside a page or a test. It can play 72 faults on request.',
    zh: '就是我。`npx @ling-stream/emulator --port 8080` 启动一个不用密钥的模型；`createEmulatorFetch()` 则是放在页面或测试里的同一个模型。它会演 72 种故障，随时可以触发。',
  },
  {
    about: [/licen[cs]e|open[ -]?source|\bMIT\b|commercial/i, /许可|协议|开源|商用/],
    file: 'LICENSE',
    title: LICENSE,
    en: 'ling-stream is free software under the MIT License: use it, change it and sell what you build with it; keep the licence notice with copies.',
    zh: 'ling-stream 以 MIT 许可证开源：可以使用、修改，也可以用在商业产品里；分发时保留许可声明即可。',
  },
  {
    about: [/\bfree\b|\bpric(?:e|es|ing)\b|\bcosts?\b|\bpay\b|how much/i, /免费|收费|价格|多少钱|费用|要钱/],
    file: 'LICENSE',
    title: LICENSE,
    en: 'ling-stream itself costs nothing (MIT License), and this emulator costs nothing either. A real model is paid for at its provider, by the token; I do not know those prices.',
    zh: 'ling-stream 本身不收费（MIT 许可证），这个模拟器也不收费。真正的模型由服务商按 token 计费，价格我并不知道。',
  },
  {
    about: [/\bvue\b|\bsvelte\b|\bangular\b|\bsolid\b|react native|\bframeworks?\b/i, /框架/],
    file: 'README.md#packages',
    title: README,
    en: 'The window and the hooks are for React 18.2 and 19 only; there are none for Vue, Svelte or Angular. `@ling-stream/core` needs no framework: its store has `getSnapshot` and `subscribe`, which you can connect yourself. `@ling-stream/server` does not care what the page is made with.',
    zh: '聊天窗口和 hooks 只支持 React 18.2 和 19，没有 Vue、Svelte 或 Angular 版本。`@ling-stream/core` 不依赖框架：它的 store 提供 `getSnapshot` 和 `subscribe`，可以自己接上。`@ling-stream/server` 则与页面用什么框架无关。',
  },
  {
    about: [/accessib|screen reader|keyboard|a11y|\bime\b/i, /无障碍|读屏|键盘|输入法/],
    file: 'packages/chat-window/README.md#how-it-behaves',
    title: WINDOW,
    en: 'The state of an answer is spoken once, and text that grows is not spoken in pieces; everything works from the keyboard; and Enter while an input method is composing never sends.',
    zh: '回答的状态以不打断的方式播报给读屏软件，只说一次，正在变长的文字不会一截一截地念；一切操作都能用键盘完成；输入法正在组字时按回车，绝不会误发。',
  },
];
