import { NUMBER, parseNumber } from '../text/parseNumber.ts';
import type { Language, Skill } from './skill.ts';

const MOST = 100_000;
const ENGLISH = new RegExp(`\\bcount\\b(?:.*?\\bfrom\\s+(${NUMBER}))?.*?\\bto\\s+(${NUMBER})`, 'i');
const CHINESE = new RegExp(`(?:从\\s*(${NUMBER})\\s*(?:开始)?\\s*[数报]?|[数报])到\\s*(${NUMBER})`);
const PER_LINE = 10;

/** Counts from one number to another, up or down. */
export const count: Skill = {
  name: 'count',
  answer({ text, language }) {
    const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
    const [, from, to = ''] = ENGLISH.exec(plain) ?? CHINESE.exec(plain) ?? [];
    const last = parseNumber(to);
    const first = from === undefined ? 1 : parseNumber(from);
    if (last === undefined || first === undefined) return undefined;
    return { text: numbers(first, last, language), reasoning: REASONING[language] };
  },
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
  yield '\n';
}

const COMMA: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };
const BREAK: Readonly<Record<Language, string>> = { zh: '、\n', en: ',\n' };
