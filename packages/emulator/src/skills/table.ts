import { NUMBER, parseNumber } from '../text/parseNumber.ts';
import type { Language, Skill } from './skill.ts';
import { CHINESE_TABLE, ENGLISH_TABLE } from './words/tables.ts';

const ASKS = /乘法口诀|九九表|乘法表|\btables?\b|\bplanets\b|\bspreadsheet\b|表格|列表格|一张表|行星|节气/i;
const ROWS = new RegExp(`(${NUMBER})[\\s-]*(?:rows?\\b|行(?!星))`, 'i');
const TIMES = /multiplication|times tables?|乘法|九九/i;
const KNOWN = /planet|行星|节气|solar terms?/i;
const MOST = 10_000;

/** Writes a table: of the planets, of the solar terms, or of numbers with as many rows as asked for. */
export const table: Skill = {
  name: 'table',
  answer({ text, language }) {
    if (!ASKS.test(text)) return undefined;
    if (TIMES.test(text)) return { text: timesTable(language), reasoning: REASONING[language] };
    const rows = parseNumber(ROWS.exec(text.normalize('NFKC'))?.[1] ?? '');
    const reasoning = REASONING[language];
    if (rows !== undefined) return { text: numberTable(Math.min(rows, MOST), language), reasoning };
    const chinese = language === 'zh' && !/行星/.test(text);
    const own = chinese ? CHINESE_TABLE : ENGLISH_TABLE[language];
    return { text: KNOWN.test(text) ? own : [HONEST[language], ...own], reasoning };
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户要一张表。表头先行，数字靠右，文字靠左。',
  en: 'They want a table. Header first, numbers to the right, words to the left.',
};

const HONEST: Readonly<Record<Language, string>> = {
  zh: '我是模拟器，只备有几张表：二十四节气、太阳系行星、九九乘法表，还能列任意多行的平方、立方表。先看这一张：\n\n',
  en: 'I am an emulator and have a few tables only: the planets, multiplication, and squares and cubes with as many rows as you like. Here is the first:\n\n',
};

const CORNER =
  '| × | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |\n| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |\n';

const TITLE: Readonly<Record<Language, string>> = { zh: '## 九九乘法表\n\n', en: '## Multiplication\n\n' };

function* timesTable(language: Language): Generator<string> {
  yield TITLE[language] + CORNER;
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  for (const left of digits) yield `| **${left}** | ${digits.map((right) => left * right).join(' | ')} |\n`;
}

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
