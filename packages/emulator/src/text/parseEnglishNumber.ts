const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '. . twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Reads an English number such as `two hundred and five`; `undefined` when it is none. */
export function parseEnglishNumber(text: string): number | undefined {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length === 0) return undefined;
  let total = 0;
  let section = 0;
  for (const word of words) {
    if (word === 'and') continue;
    const small = word === 'a' ? 1 : SMALL.indexOf(word);
    const tens = TENS.indexOf(word);
    if (small >= 0) section += small;
    else if (tens >= 2) section += tens * 10;
    else if (word === 'hundred') section = (section || 1) * 100;
    else if (word === 'thousand' || word === 'million') {
      total += (section || 1) * (word === 'thousand' ? 1000 : 1_000_000);
      section = 0;
    } else return undefined;
  }
  return total + section;
}
