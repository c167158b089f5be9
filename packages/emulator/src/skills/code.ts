import type { Language, Skill } from './skill.ts';
import { type Program, PROGRAMS } from './words/programs.ts';
import { type Task, TASKS } from './words/tasks.ts';

const ASKS =
  /\b(?:write|show|give|need|want|see|make|create|some|sample|example|a|in)\b.*\b(?:code|program(?:me)?s?|snippet|script|function)\b|\b(?:code|program|function|script)\b.*\b(?:in|to|that|for)\b|^\W*(?:some )?code\W*$|\b(?:typescript|javascript|python|golang|rust|java|sql)\b|代码|程序|编程|函数/i;
/** Questions about code that is not here; six programs would be no answer to them. */
const ELSE =
  /code of conduct|\b(?:fix|debug|bugs?|review|refactor|explain|error|zip code|status code|qr code|dress code|promo code)\b|修复|修改|报错|错误|解释|审查|重构|二维码|验证码|小程序|程序员/i;
const FOREIGN =
  /(?<![\w+#])(?:c\+\+|c#|ruby|php|swift|kotlin|scala|haskell|perl|lua|elixir|clojure|dart|zig|bash|matlab|c(?= language\b|语言))(?![\w+#])/i;

/** Writes one of a few small programs in the languages asked for, or in all six. */
export const code: Skill = {
  name: 'code',
  answer({ text, language }) {
    const task = TASKS.find(({ asked }) => asked.test(text));
    if ((!task && !ASKS.test(text)) || ELSE.test(text)) return undefined;
    const named = PROGRAMS.filter(({ asked }) => asked.test(text));
    const foreign = FOREIGN.exec(text)?.[0];
    if (foreign !== undefined && named.length === 0) return { text: [ONLY_SIX[language](foreign)] };
    const chosen = named.length > 0 ? named : PROGRAMS;
    return { text: write(task, chosen, language), reasoning: task ? KNOWN[language] : REASONING[language] };
  },
};

const ONLY_SIX: Readonly<Record<Language, (name: string) => string>> = {
  zh: (name) => `我不会写 ${name}。我只备有六种语言的小程序：TypeScript、Python、Go、Rust、Java 和 SQL。\n`,
  en: (name) => `I have nothing in ${name}. My few programs are in TypeScript, Python, Go, Rust, Java and SQL.\n`,
};

const KNOWN: Readonly<Record<Language, string>> = {
  zh: '这是一道常见的练习题，我备有答案。用户点了哪种语言，就写哪种。',
  en: 'A well-known exercise, and I have it by heart. I shall write it in the languages that were named.',
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户要代码。选一个小而完整的题目：数一数文章里哪些词出现得最多。先切词，再计数，再排序，最后取前几名。',
  en: 'They want code. A small whole task: which words appear most often in a text. Split, count, sort, take the first few.',
};

const TASK: Readonly<Record<Language, string>> = {
  zh: '我是模拟器，只背得几个小程序：你好世界、FizzBuzz、反转字符串、冒泡排序，还有下面这个示例——找出一段文字里出现最多的词。\n\n',
  en: 'I am an emulator and know a few programs only: hello world, FizzBuzz, reversing a string, bubble sort, and this sample of my own, which finds the words that appear most often in a text.\n\n',
};

const CLOSING: Readonly<Record<Language, string>> = {
  zh: '思路都一样：**切词 → 计数 → 排序 → 取前几名**，差别只在各自的习惯里。\n',
  en: 'The idea is the same each time: **split, count, sort, take**. Only the manners differ.\n',
};

function* write(task: Task | undefined, programs: readonly Program[], language: Language): Generator<string> {
  const several = programs.length > 1;
  yield task ? `## ${task.title[language]}\n\n` : TASK[language];
  for (const { name, fence, source } of programs) {
    if (several) yield `### ${name}\n\n`;
    yield `\`\`\`${fence}\n${task?.sources[fence] ?? source}\n\`\`\`\n\n`;
  }
  if (several && !task) yield CLOSING[language];
}
