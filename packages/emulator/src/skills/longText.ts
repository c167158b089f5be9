import { NUMBER, parseNumber } from '../text/parseNumber.ts';
import type { Language, Skill } from './skill.ts';
import { composeText } from './composeText.ts';

const ENGLISH_LENGTH = new RegExp(`(${NUMBER})[\\s-]*(words?|paragraphs?|pages?)\\b`, 'i');
const CHINESE_LENGTH = new RegExp(`(${NUMBER})\\s*(?:个|来)?\\s*(字|词|段(?!代码|程序)|页)`);
const WRITES =
  /\bwrite\b|\bessay\b|\barticle\b|\btext\b|\bstory\b|\bnovel\b|\btell\b|\blong\b|\bgive me\b|写|文章|作文|小说|故事|长文|文字|讲/i;
const UNASKED: readonly (readonly [RegExp, number])[] = [
  [/\bshort (?:text|essay|article|answer)\b|短文/i, 200],
  [/\bnovel\b|长篇|小说/i, 5000],
  [/\bessay\b|\barticle\b|\blong (?:answer|text|reply|story)\b|文章|作文|长文/i, 800],
];
const BARE = new RegExp(`^\\W*(?:${NUMBER})[\\s-]*(?:words?|个?字)(?:,? please|吧)?[^\\p{L}]*$`, 'iu');
const WORDS_PER: Readonly<Record<string, number>> = { paragraph: 80, page: 400, 段: 120, 页: 600 };
const MOST = 100_000;

/** Writes a text of the length asked for, to the word: a walk along a river, from the spring to the sea. */
export const longText: Skill = {
  name: 'long text',
  answer({ text, language, random }) {
    const words = wordsAsked(text.normalize('NFKC'));
    if (words === undefined) return undefined;
    const size = Math.max(1, Math.min(words, MOST));
    const own = composeText(size, language, random);
    return { text: isAboutElse(text) ? prefix(HONEST[language], own) : own, reasoning: REASONING[language](size) };
  },
};

const REASONING: Readonly<Record<Language, (size: number) => string>> = {
  zh: (size) => `用户要一篇 ${size} 字的文章。我按一条河来写：从源头走到海边，分成几节，边写边数字数。`,
  en: (size) =>
    `They want ${size} words. I shall follow a river from its spring to the sea, in sections, and count as I go.`,
};

const ABOUT = /\b(?:about|on)\s+\p{L}|关于/iu;
const KNOWN = /river|walk|河|season|四季/i;

/** Whether a subject is named that there is no text about. */
function isAboutElse(text: string): boolean {
  return ABOUT.test(text) && !KNOWN.test(text);
}

/** Stands before the text and is not counted. */
const HONEST: Readonly<Record<Language, string>> = {
  zh: '> 我是模拟器，不懂这个题目，只会写沿河而行的故事，字数照您说的来。\n\n',
  en: '> I am an emulator and know nothing about that; what I can write, to the word, is a walk along a river.\n\n',
};

function* prefix(first: string, rest: Iterable<string>): Generator<string> {
  yield first;
  yield* rest;
}

function wordsAsked(text: string): number | undefined {
  const [, amount = '', unit = ''] = ENGLISH_LENGTH.exec(text) ?? CHINESE_LENGTH.exec(text) ?? [];
  const asked = parseNumber(amount);
  if (asked !== undefined && (WRITES.test(text) || BARE.test(text))) {
    return Math.round(asked * (WORDS_PER[unit.toLowerCase().replace(/s$/, '')] ?? 1));
  }
  return UNASKED.find(([asks]) => asks.test(text))?.[1];
}
