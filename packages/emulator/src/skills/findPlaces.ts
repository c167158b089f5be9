const NAME = '[A-Z][\\p{L}.-]*(?: [A-Z][\\p{L}.-]*)*';
const ENGLISH = new RegExp(
  `\\b(?:in|for|at|of|near|to|from)\\s+(${NAME}(?:(?:,\\s*(?:and\\s+)?|\\s+and\\s+)${NAME})*)`,
  'u',
);
const CHINESE =
  /北京|上海|天津|重庆|杭州|广州|深圳|成都|南京|武汉|西安|苏州|厦门|青岛|香港|澳门|台北|东京|伦敦|巴黎|纽约|柏林/g;

/** The places a question names, in order: after a preposition in English, from a short list in Chinese. */
export function findPlaces(question: string): readonly string[] {
  const [, list] = ENGLISH.exec(question) ?? [];
  if (list !== undefined) return list.split(/,\s*(?:and\s+)?|\s+and\s+/).map((name) => name.replace(/[.]+$/, ''));
  return [...new Set(question.match(CHINESE) ?? [])];
}
