import { NUMBER, parseNumber } from '../text/parseNumber.ts';
import type { Language, Skill } from './skill.ts';

const MOST = 100_000;
const SIGNED = `-?(?:\\d+(?:\\.\\d+)?e\\d+|${NUMBER})`;
const ENGLISH = new RegExp(`\\bcount\\b(?:.*?\\bfrom\\s+(${SIGNED}))?.*?\\bto\\s+(${SIGNED})`, 'i');
const CHINESE = new RegExp(`(?:从\\s*(${SIGNED})\\s*(?:开始)?\\s*[数报]?|[数报])到\\s*(${SIGNED})`);
const DOWN = new RegExp(
  `\\bcount ?down\\b.*?(?:\\bfrom\\s+)?(${SIGNED})|(?:倒数|倒计时|从)\\s*(${SIGNED})\\s*(?:个数|秒|开始倒数|倒数|$)`,
  'i',
);
const BARE = /^\W*(?:please )?count(?: for me)?\W*$|^(?:请)?(?:给我)?数(?:一数|数)(?:吧|看)?[^\p{L}]*$/iu;
const UP_TO = 10;
const PER_LINE = 10;

/** Counts from one number to another, up or down. */
export const count: Skill = {
  name: 'count',
  answer({ text, language }) {
    const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
    const range = readRange(plain);
    if (range === undefined) return undefined;
    const { first, last } = range;
    const problem = findProblem(first, last, language);
    if (problem !== undefined) return { text: [problem] };
    return { text: numbers(first, last, language), reasoning: REASONING[language] };
  },
};

interface Range {
  readonly first: number;
  readonly last: number;
}

function readRange(text: string): Range | undefined {
  const [, from, to] = ENGLISH.exec(text) ?? CHINESE.exec(text) ?? [];
  if (to !== undefined) return rangeOf(from === undefined ? 1 : readNumber(from), readNumber(to));
  const [, english, chinese] = DOWN.exec(text) ?? [];
  const top = english ?? chinese;
  if (top !== undefined) return rangeOf(readNumber(top), 1);
  return BARE.test(text) ? { first: 1, last: UP_TO } : undefined;
}

function rangeOf(first: number | undefined, last: number | undefined): Range | undefined {
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** A number with a sign or an exponent, which words have not. */
function readNumber(text: string): number | undefined {
  if (text.startsWith('-')) {
    const size = readNumber(text.slice(1));
    return size === undefined ? undefined : -size;
  }
  return /^\d+(?:\.\d+)?e\d+$/i.test(text) ? Number(text) : parseNumber(text);
}

/** Why it cannot be counted as it stands. */
function findProblem(first: number, last: number, language: Language): string | undefined {
  if (!Number.isInteger(first) || !Number.isInteger(last)) return NOT_WHOLE[language];
  return undefined;
}

const NOT_WHOLE: Readonly<Record<Language, string>> = {
  zh: '我只会一个一个地数整数，请给我一个整数。\n',
  en: 'I count by ones, so I need a whole number.\n',
};

const CAPPED: Readonly<Record<Language, string>> = {
  zh: `\n\n我最多数 ${MOST} 个数，就数到这里。`,
  en: `\n\nI stop here: ${MOST} numbers are the most I count.`,
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '要数数。一个一个数，每十个换一行。',
  en: 'I have to count. One by one, ten to a line.',
};

function* numbers(first: number, last: number, language: Language): Generator<string> {
  const step = last < first ? -1 : 1;
  const size = Math.min(Math.abs(last - first) + 1, MOST);
  for (let index = 0; index < size; index += 1) {
    // The comma comes with the number after it: a real tokenizer keeps the space with what it leads to.
    const lead = index === 0 ? '' : index % PER_LINE === 0 ? BREAK[language] : COMMA[language];
    yield `${lead}${first + index * step}`;
  }
  if (size <= Math.abs(last - first)) yield CAPPED[language];
  yield '\n';
}

const COMMA: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };
const BREAK: Readonly<Record<Language, string>> = { zh: '、\n', en: ',\n' };
