import { parseChineseNumber } from './parseChineseNumber.ts';
import { parseEnglishNumber } from './parseEnglishNumber.ts';

/** Matches a number as people write it: `5,000`, `5k`, `one hundred`, `五千`. For use inside another pattern, on NFKC text. */
export const NUMBER: string =
  '(?:[0-9][0-9,]*(?:\\.[0-9]+)?\\s*(?:k\\b|[十百千万])?|[零〇一二两三四五六七八九十百千万]+|' +
  '(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|' +
  '(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|and)\\b[\\s-]*)+)';

const UNITS: Readonly<Record<string, number>> = { k: 1000, 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Reads a number as people write it; `undefined` when it is none. */
export function parseNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim().toLowerCase();
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([k十百千万]?)$/.exec(plain) ?? [];
  if (digits !== undefined) return Number(digits) * (UNITS[unit] ?? 1);
  return parseChineseNumber(plain) ?? parseEnglishNumber(plain);
}
