const LINES = 40;

/**
 * Adds text at the end of pieces of 40 lines each, so that a growing block of code is a few texts that stay and one
 * that grows, however the text came.
 */
export function appendLines(pieces: readonly string[], text: string): readonly string[] {
  if (text === '') return pieces;
  const all = pieces.slice(0, -1);
  let rest = (pieces.at(-1) ?? '') + text;
  for (let end = findPieceEnd(rest); end < rest.length; end = findPieceEnd(rest)) {
    all.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...all, rest];
}

function findPieceEnd(text: string): number {
  let end = 0;
  for (let line = 0; line < LINES; line += 1) {
    end = text.indexOf('\n', end) + 1;
    if (end === 0) return text.length;
  }
  return end;
}
