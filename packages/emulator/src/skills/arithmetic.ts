import { evaluate } from '../text/evaluate.ts';
import type { Language, Skill } from './skill.ts';

const LONGEST = 200;
const AROUND =
  /what(?:'s| is)|how much is|calculate|compute|please|equals?|请问|请|计算|算一下|算算|帮我算|等于|是?多少|得?几|结果|[=?。!]/gi;

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
    .replace(AROUND, ' ')
    .replace(/×|乘以|乘|\btimes\b|multiplied by|(?<=\d\s*)x(?=\s*\d)/gi, '*')
    .replace(/÷|除以|divided by/gi, '/')
    .replace(/−|减去|减|\bminus\b/gi, '-')
    .replace(/加上|加|\bplus\b/gi, '+')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (sum.length > LONGEST || !/^[\d.\s()+\-*/^%]+$/.test(sum) || !/\d.*[+\-*/^%].*\d/.test(sum)) return undefined;
  return sum.replace(/\s*([+\-*/^%])\s*/g, ' $1 ').trim();
}

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function format(value: number): string {
  return String(Number(value.toPrecision(15)));
}
