import type { Language, Skill } from './skill.ts';
import { PROGRAMS } from './words/programs.ts';

const ASKS =
  /\bcode\b|\bprogram(?:s|me)?\b|\bsnippet\b|\bscript\b|\bfunction\b|\b(?:typescript|javascript|python|golang|rust|java|sql)\b|代码|程序|编程|函数/i;

/** Writes the same small program in one language, or in all six. */
export const code: Skill = {
  name: 'code',
  answer({ text, language }) {
    if (!ASKS.test(text)) return undefined;
    const named = PROGRAMS.filter(({ asked }) => asked.test(text));
    const chosen = named.length > 0 ? named : PROGRAMS;
    return { text: write(chosen.length > 1, chosen, language), reasoning: REASONING[language] };
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户要代码。选一个小而完整的题目：数一数文章里哪些词出现得最多。先切词，再计数，再排序，最后取前几名。',
  en: 'They want code. A small whole task: which words appear most often in a text. Split, count, sort, take the first few.',
};

const TASK: Readonly<Record<Language, string>> = {
  zh: '题目：找出一段文字里出现最多的词。\n\n',
  en: 'The task: find the words that appear most often in a text.\n\n',
};

const CLOSING: Readonly<Record<Language, string>> = {
  zh: '思路都一样：**切词 → 计数 → 排序 → 取前几名**，差别只在各自的习惯里。\n',
  en: 'The idea is the same each time: **split, count, sort, take**. Only the manners differ.\n',
};

function* write(several: boolean, programs: typeof PROGRAMS, language: Language): Generator<string> {
  yield TASK[language];
  for (const { name, fence, source } of programs) {
    if (several) yield `### ${name}\n\n`;
    yield `\`\`\`${fence}\n${source}\n\`\`\`\n\n`;
  }
  if (several) yield CLOSING[language];
}
