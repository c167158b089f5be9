import type { ChatRequest, Tool } from '../wire/chatRequest.ts';
import { fillSchema } from './fillSchema.ts';
import { findPlaces } from './findPlaces.ts';
import { reportTools } from './reportTools.ts';
import type { Answer, Language, Skill, ToolRequest } from './skill.ts';

const COMMON = new Set(
  'the for with from this that given user returns return current get set into your their'.split(' '),
);

/** Calls the tools that a question is about, and tells in the next turn what they answered. */
export const useTools: Skill = {
  name: 'tools',
  answer({ text, language, chat }) {
    if (chat.messages.at(-1)?.role === 'tool') return { text: reportTools(chat.messages, language) };
    const toolCalls = chooseTools(chat, text).flatMap((tool) => callsOf(tool, text));
    if (toolCalls.length === 0) return undefined;
    return { text: [], toolCalls, reasoning: REASONING[language](toolCalls) } satisfies Answer;
  },
};

const REASONING: Readonly<Record<Language, (calls: readonly ToolRequest[]) => string>> = {
  zh: (calls) => `这个问题要用工具来答：${calls.map(({ name }) => name).join('、')}。先把参数填好。`,
  en: (calls) => `This needs a tool: ${calls.map(({ name }) => name).join(', ')}. First the arguments.`,
};

/** Those the client demands, else those whose name or description the question mentions. */
function chooseTools({ tools, toolChoice }: ChatRequest, question: string): readonly Tool[] {
  if (toolChoice.kind === 'none') return [];
  if (toolChoice.kind === 'named') return tools.filter(({ name }) => name === toolChoice.name);
  const mentioned = tools.filter((tool) => isMentioned(tool, question));
  if (toolChoice.kind === 'required' && mentioned.length === 0) return tools.slice(0, 1);
  return mentioned;
}

function isMentioned({ name, description }: Tool, question: string): boolean {
  const asked = question.toLowerCase();
  const has = (word: string) => asked.includes(word);
  if (wordsOf(name.replace(/([a-z])([A-Z])/g, '$1 $2')).some(has)) return true;
  return wordsOf(description).filter(has).length >= 2 || pairsOf(description).some(has);
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return [...new Set(words)].filter((word) => !COMMON.has(word));
}

/** Chinese has no spaces; two characters in a row stand for a word. */
function pairsOf(text: string): string[] {
  return [...text.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair = '']) => pair);
}

/** One call, or one for each place when the question names several. */
function callsOf({ name, parameters }: Tool, question: string): readonly ToolRequest[] {
  const places = findPlaces(question);
  const list = places.length > 1 ? places.map((place) => swapPlaces(question, places, place)) : [question];
  const calls = list.map((asked) => JSON.stringify(fillSchema(parameters, asked)));
  // Places that the tool has no use for must not make it called twice.
  const distinct = calls.filter((call) => places.some((place) => call.includes(`"${place}"`)));
  return (distinct.length > 1 ? distinct : [JSON.stringify(fillSchema(parameters, question))]).map((text) => ({
    name,
    arguments: text,
  }));
}

/** The question as if it named one place only. */
function swapPlaces(question: string, places: readonly string[], place: string): string {
  const start = question.indexOf(places[0] ?? '');
  const last = places.at(-1) ?? '';
  return question.slice(0, start) + place + question.slice(question.lastIndexOf(last) + last.length);
}
