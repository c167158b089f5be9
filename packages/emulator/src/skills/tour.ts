import type { Language, Skill } from './skill.ts';
import { CHINESE_TOUR } from './words/chineseTour.ts';
import { ENGLISH_TOUR } from './words/englishTour.ts';

const ASKS =
  /\btour\b|导览|markdown.*(?:everything|features?|syntax|demo|sample|example|show|test|展示|演示|示例|语法|例子|全部|所有|排版|效果|测试)|(?:show|demo|test|try|展示|演示|试试|看看|测试).*markdown|^\W*markdown\W*$|排版(?:演示|示例|效果|展示)/i;

/** Shows all of Markdown once. */
export const tour: Skill = {
  name: 'Markdown tour',
  answer({ text, language }) {
    return ASKS.test(text) ? { text: TOUR[language], reasoning: REASONING[language] } : undefined;
  },
};

const TOUR: Readonly<Record<Language, readonly string[]>> = { zh: CHINESE_TOUR, en: ENGLISH_TOUR };

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户想看 Markdown 的各种排版。按从小到大的顺序来：先是字句，再是列表、表格、代码、公式，最后是不该被执行的东西。',
  en: 'They want to see Markdown. I shall go from small to large: words, lists, tables, code, formulas, and last the things that must stay text.',
};
