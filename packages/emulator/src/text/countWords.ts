const HAN = '\\p{Script=Han}';
const LETTERS = `(?:(?!${HAN})[\\p{L}\\p{N}])+`;

/** Counts words as an editor does: each Chinese character is one, and so is each run of other letters or digits. */
export function countWords(text: string): number {
  return text.match(new RegExp(`${HAN}|${LETTERS}(?:[’'-]${LETTERS})*`, 'gu'))?.length ?? 0;
}
