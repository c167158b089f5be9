const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIAD = 10_000;

/** Reads a Chinese number such as `一百零五` or `两万`; `undefined` when it is none. */
export function parseChineseNumber(text: string): number | undefined {
  if (!/^[零〇一二两三四五六七八九十百千万]+$/.test(text)) return undefined;
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text.replaceAll('两', '二').replaceAll('〇', '零')) {
    const unit = UNITS[character];
    if (character === '万') {
      total = (total + section + digit) * MYRIAD;
      section = 0;
      digit = 0;
    } else if (unit === undefined) {
      digit = DIGITS.indexOf(character);
    } else {
      // 十五 is fifteen: a missing digit before ten is one.
      section += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + section + digit;
}
