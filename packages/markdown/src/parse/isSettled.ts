import type { Token } from 'markdown-it';

/** Marks that can neither open nor close anything: set off by spaces, or underscores inside a word. */
const INERT = /(?<=^|\s)[*_]+(?=\s)|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/gu;
const EMPHASIS = /[*_]|~~/;
/** Code, math and an address in angle brackets win over marks, so one of these counts inside of marks too. */
const STRONGER = /[`$]|<\S*$/;

/** Whether text that was read as `tokens` holds no mark that waits for its other half. */
export function isSettled(tokens: readonly Token[]): boolean {
  const all = writeTexts(tokens);
  // A mark inside of others is decided.
  const outer = writeTexts(tokens.filter(({ level }) => level === 0));
  if (STRONGER.test(all) || EMPHASIS.test(outer.replaceAll(INERT, ''))) return false;
  let open = 0;
  for (const [bracket] of all.matchAll(/[[\]]/g)) open = bracket === '[' ? open + 1 : Math.max(open - 1, 0);
  return open === 0;
}

function writeTexts(tokens: readonly Token[]): string {
  const isText = (type: string): boolean => type === 'text' || type === 'image';
  return tokens.map(({ type, content }) => (isText(type) ? content : '\uFFFC')).join('');
}
