/** A browser lays a whole text node out again for every letter added, so a long text is several of them. */
const PIECE = 2000;

/** Adds text at the end of pieces of whole lines; every piece but the last is final. */
export function appendPlain(pieces: readonly string[], added: string): readonly string[] {
  if (added === '') return pieces;
  const all = pieces.slice(0, -1);
  let rest = (pieces.at(-1) ?? '') + added;
  for (let end = findEnd(rest); end > 0 && end < rest.length; end = findEnd(rest)) {
    all.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...all, rest];
}

function findEnd(text: string): number {
  return text.indexOf('\n', PIECE) + 1;
}

/** Cuts a text that usually grows; what it returns depends on the text only. */
export function createPlainReader(): (text: string) => readonly string[] {
  let last = { text: '', pieces: appendPlain([], '') };
  return (text) => {
    if (text === last.text) return last.pieces;
    const goesOn = text.startsWith(last.text);
    const pieces = goesOn ? appendPlain(last.pieces, text.slice(last.text.length)) : appendPlain([], text);
    last = { text, pieces };
    return pieces;
  };
}
