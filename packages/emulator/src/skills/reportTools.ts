import type { ChatMessage } from '../wire/chatRequest.ts';
import { isJsonObject, parseJson } from '../wire/json.ts';
import type { Language } from './skill.ts';

/** Tells what the tools answered: an object as a table, anything else as it is. */
export function* reportTools(messages: readonly ChatMessage[], language: Language): Generator<string> {
  const asked = messages.findLastIndex(({ role }) => role === 'user');
  const turn = messages.slice(asked + 1);
  const calls = turn.flatMap(({ toolCalls }) => toolCalls);
  for (const { role, text, toolCallId } of turn) {
    if (role !== 'tool') continue;
    const call = calls.find(({ id }) => id === toolCallId);
    yield OPENING[language](call?.name ?? '?', call?.arguments ?? '');
    const result = parseJson(text);
    yield isJsonObject(result) ? formatTable(result, language) : `> ${text.replaceAll('\n', '\n> ')}\n\n`;
  }
  yield CLOSING[language];
}

const OPENING: Readonly<Record<Language, (name: string, given: string) => string>> = {
  zh: (name, given) => `工具 \`${name}\`（参数 \`${given}\`）的回答是：\n\n`,
  en: (name, given) => `The tool \`${name}\`, called with \`${given}\`, answered:\n\n`,
};

const CLOSING: Readonly<Record<Language, string>> = {
  zh: '以上就是工具给出的结果。',
  en: 'That is all the tools said.',
};

const HEADER: Readonly<Record<Language, string>> = {
  zh: '| 字段 | 值 |\n| :-- | :-- |\n',
  en: '| Field | Value |\n| :-- | :-- |\n',
};

function formatTable(result: Readonly<Record<string, unknown>>, language: Language): string {
  const rows = Object.entries(result).map(([name, value]) => `| ${cell(name)} | ${cell(value)} |\n`);
  return `${HEADER[language]}${rows.join('')}\n`;
}

function cell(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
