import type { Language, Skill } from './skill.ts';

const ASKS =
  /^\W*(?:\/?help|\?|usage)\W*$|what can you do|what do you do|how (?:can|do) (?:you|i) (?:help|use you)|帮助|你(?:会|能)(?:做|干)?(?:些)?(?:什么|啥)|怎么用你|能做什么/i;
const GREETS = /^\W*(?:hi|hello|hey|good (?:morning|evening)|你好|您好|嗨|哈喽|在吗)[^\p{L}]*$/iu;
const IDENTIFIES =
  /who are you|what are you|(?:what|which) (?:ai |language )?model (?:are you|is this)|what(?:'s| is) your name|您是谁|您叫什么|are you (?:a |an )?(?:real|ai|human|bot|ling)|你是谁|你叫什么|你是(?:什么|不是|真)/i;

/** Says what the emulator is and what it can do. */
export const help: Skill = {
  name: 'help',
  answer({ text, language }) {
    if (text !== '' && !ASKS.test(text) && !GREETS.test(text) && !IDENTIFIES.test(text)) return undefined;
    return { text: [OPENING[language], HELP[language]], reasoning: REASONING[language] };
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户想知道我是谁、能做什么。先如实说明我是模拟器，再列出可以直接照着问的例子。',
  en: 'They want to know what I am and what I can do. I should say plainly that I am an emulator, then list questions that can be asked as they stand.',
};

const OPENING: Readonly<Record<Language, string>> = {
  zh: '您好！我是 **ling-stream 的模型模拟器**：不用密钥，不用联网，说的却是百灵大模型的接口协议。我不是真正的大模型，只会下面这些，但每一样都是逐字“生成”的，随时可以点**停止**。\n\n',
  en: 'Hello! I am the **ling-stream model emulator**. I need no key and no network, and I speak the same wire as a real Ling model. I am not one: I know only what is below. But every answer is written token by token, so press **Stop** whenever you like.\n\n',
};

const HELP: Readonly<Record<Language, string>> = {
  zh: `### 可以这样问我

| 想看什么 | 试着说 |
| --- | --- |
| 一首诗 | 请写一首关于春天的诗 |
| 全部排版 | Markdown 导览 |
| 表格 | 二十四节气的表格 |
| 代码 | 用六种语言写一段代码 |
| 公式 | 来几个数学公式 |
| 长文 | 写一篇 5000 字的文章 |
| 数数 | 从 1 数到 100 |
| 算术 | 12 × (3 + 4) 等于多少？ |
| 记性 | 我叫小雨。→ 我叫什么名字？ |
| 回顾 | 总结一下我们的对话 |
| 本项目 | ling-stream 怎么安装？ |

### 看看出错时的样子

把模型名换成 \`fault:\` 开头的名字，就能演练网络故障，例如：

- \`fault:reset@600\`：传到第 600 个字节时断开连接
- \`fault:rate-limit\`：返回 429，并告知多久后重试
- \`fault:silence-midway\`：说到一半，不再出声

名字以 **Ring** 开头的模型会先思考，再回答。
`,
  en: `### Ask me

| To see | Say |
| --- | --- |
| a poem | Write a poem about spring |
| all the formatting | Show me a Markdown tour |
| a table | A table of the planets |
| code | Write code in six languages |
| formulas | Show me some math |
| a long answer | Write 5,000 words |
| counting | Count to one hundred |
| arithmetic | What is 12 × (3 + 4)? |
| memory | My name is Ada. → What is my name? |
| a look back | Summarise our conversation |
| this project | How do I install ling-stream? |

### See what failure looks like

A model name that begins with \`fault:\` rehearses a broken network, for example:

- \`fault:reset@600\` breaks the connection after 600 bytes
- \`fault:rate-limit\` answers 429 and says when to come back
- \`fault:silence-midway\` stops talking halfway

Models whose name begins with **Ring** think before they answer.
`,
};
