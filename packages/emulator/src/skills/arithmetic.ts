import { evaluate } from '../text/evaluate.ts';
import { NUMBER, parseNumber } from '../text/parseNumber.ts';
import type { Language, Skill } from './skill.ts';

const LONGEST = 200;
const AROUND =
  /what(?:'s|’s| is)|how much is|calculate|compute|please|equals?|\bhi\b[,!]?|\bhello\b[,!]?|您好[,!]?|你好[,!]?|请问|请|帮我|帮忙|计算|算一下|算一算|算算|算|一下|等于|是?多少|[得是]?几|结果|[=?。!,:]/gi;

/** Works out sums: + − × ÷, powers, remainders and brackets, also in words. */
export const arithmetic: Skill = {
  name: 'arithmetic',
  answer({ text, language }) {
    const sum = readSum(text);
    if (sum === undefined) return undefined;
    const result = evaluate(sum);
    if (result === undefined) return undefined;
    const shown = sum.replaceAll('*', '×').replaceAll('/', '÷').replaceAll('-', '−');
    if (!Number.isFinite(result)) return { text: [UNDEFINED[language](shown)] };
    return {
      text: [`${shown} = **${format(result)}**\n`],
      reasoning:
        language === 'zh'
          ? `先乘除，后加减，括号优先：${shown}。`
          : `Brackets first, then × and ÷, then + and −: ${shown}.`,
    };
  },
};

const UNDEFINED: Readonly<Record<Language, (sum: string) => string>> = {
  zh: (sum) => `${sum} 没有结果：不能除以零。\n`,
  en: (sum) => `${sum} has no result: nothing can be divided by zero.\n`,
};

/** The sum in a question, in one notation; `undefined` when there is more than a sum. */
function readSum(text: string): string | undefined {
  const sum = text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(AROUND, ' ')
    .replace(/(?:the )?sum of (.+?) and (.+)/i, '$1 + $2')
    .replace(/(?:the )?square root of|\bsqrt\b|根号/gi, '√')
    .replace(/的平方根/g, '^(1/2)')
    .replace(/的平方|\bsquared\b/gi, '^2')
    .replace(/的立方|\bcubed\b/gi, '^3')
    .replace(/%\s*(?:of|的)/gi, '/100*')
    .replaceAll('**', '^')
    .replace(/×|乘以|乘|\btimes\b|multiplied by|(?<=\d\s*)x(?=\s*\d)/gi, '*')
    .replace(/÷|除以|divided by/gi, '/')
    .replace(/−|减去|减|\bminus\b/gi, '-')
    .replace(/加上|加|\bplus\b/gi, '+')
    .replace(CHINESE_NUMBERS, spell)
    .replace(ENGLISH_NUMBERS, spell)
    .replace(/√\s*(\([^()]*\)|[\d.]+)/g, '$1^(1/2)')
    .replace(/\s+/g, ' ')
    .trim();
  if (isDate(sum)) return undefined;
  if (sum.length > LONGEST || !/^[\d.\s()+\-*/^%]+$/.test(sum) || !/\d.*[+\-*/^%].*\d/.test(sum)) return undefined;
  return sum.replace(/\s*([+\-*/^%])\s*/g, ' $1 ').trim();
}

const CHINESE_NUMBERS = /[零〇一二两三四五六七八九十百千万]+/g;
const ENGLISH_NUMBERS = new RegExp(`\\b(?=[a-z])${NUMBER}`, 'gi');

/** A number in words as digits, in the place of the words. */
function spell(words: string): string {
  return ` ${parseNumber(words) ?? words} `;
}

/** Whether it is a day, a month or a telephone number, written as if one were taken from another. */
function isDate(sum: string): boolean {
  return /^(?:19|20)\d\d[-/](?:\d{1,2}[-/]\d{1,2}|(?:0[1-9]|1[0-2]))$|^\d{1,2}[-/]\d{1,2}[-/]\d{4}$|^\d{3,4}-\d{3,4}-\d{4}$/.test(
    sum,
  );
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function format(value: number): string {
  return String(Number(value.toPrecision(15)));
}
