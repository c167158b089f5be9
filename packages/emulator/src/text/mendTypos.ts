const MENDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:halp|hlep|hepl|helpp)\b/gi, 'help'],
  [/\b(?:cuont|coutn|conut)\b/gi, 'count'],
  [/\b(?:markdwon|mardown|markdonw|makrdown)\b/gi, 'markdown'],
  [/\b(?:peom|poam)\b/gi, 'poem'],
  [/\b(?:tabel|talbe)\b/gi, 'table'],
  [/\b(?:sumarize|sumarise|summerize|summerise)\b/gi, 'summarize'],
  [/\b(?:wirte|wriet)\b/gi, 'write'],
  [/\bu\b/gi, 'you'],
  [/\bwhats\b/gi, "what's"],
];

/** Puts the commonest slips of the fingers right, in words that the skills listen for. */
export function mendTypos(text: string): string {
  return MENDS.reduce((mended, [slip, word]) => mended.replace(slip, word), text);
}
