import { NUMBER, parseNumber } from '../text/parseNumber.ts';
import type { Language, Skill } from './skill.ts';
import { CHINESE_TABLE, ENGLISH_TABLE } from './words/tables.ts';

const ASKS = /\btables?\b|\bplanets\b|\bspreadsheet\b|表格|列表格|一张表|行星|节气/i;
const ROWS = new RegExp(`(${NUMBER})[\\s-]*(?:rows?\\b|行(?!星))`, 'i');
const MOST = 10_000;

/** Writes a table: of the planets, of the solar terms, or of numbers with as many rows as asked for. */
export const table: Skill = {
  name: 'table',
  answer({ text, language }) {
    if (!ASKS.test(text)) return undefined;
    const rows = parseNumber(ROWS.exec(text.normalize('NFKC'))?.[1] ?? '');
    const reasoning = REASONING[language];
    if (rows !== undefined) return { text: numberTable(Math.min(rows, MOST), language), reasoning };
    const chinese = language === 'zh' && !/行星/.test(text);
    return { text: chinese ? CHINESE_TABLE : ENGLISH_TABLE[language], reasoning };
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户要一张表。表头先行，数字靠右，文字靠左。',
  en: 'They want a table. Header first, numbers to the right, words to the left.',
};

const HEADER: Readonly<Record<Language, string>> = {
  zh: '| 数 | 平方 | 立方 | 质数？ |\n| --: | --: | --: | :-: |\n',
  en: '| Number | Square | Cube | Prime? |\n| --: | --: | --: | :-: |\n',
};

function* numberTable(rows: number, language: Language): Generator<string> {
  yield HEADER[language];
  for (let number = 1; number <= rows; number += 1) {
    yield `| ${number} | ${number ** 2} | ${number ** 3} | ${isPrime(number) ? '✓' : ''} |\n`;
  }
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor ** 2 <= number; divisor += 1) if (number % divisor === 0) return false;
  return number > 1;
}
