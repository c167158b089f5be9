import { fillSchema } from './fillSchema.ts';
import type { Language, Skill } from './skill.ts';

/** Answers in JSON when `response_format` asks for it: of the schema given, or a small object. */
export const writeJson: Skill = {
  name: 'json',
  answer({ text, language, chat }) {
    if (chat.json === undefined) return undefined;
    const value = chat.json === true ? { question: text, answer: NOTE[language] } : fillSchema(chat.json, text);
    return { text: [JSON.stringify(value, null, 2)], reasoning: REASONING[language] };
  },
};

const NOTE: Readonly<Record<Language, string>> = {
  zh: '我是 ling-stream 的模型模拟器，只保证这是合法的 JSON。',
  en: 'I am the ling-stream model emulator; all I promise is that this is JSON.',
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '只能输出 JSON，前后不能有别的文字。',
  en: 'Only JSON may come out, with no words around it.',
};
