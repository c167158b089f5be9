import type { TextReader } from '../parse/createTextReader.ts';

/** Shorter texts are not worth cutting. */
const LONG = 1000;
/** What stays uncut at the end, so that marks being typed find their start. */
const STAYS = 300;
/** After a space or full-width punctuation, before a letter that starts neither an address nor a block. */
const PLACE = /(?<=[ ，。；：！？、])(?!https?:|ftp:|www\.|mailto:)\p{L}/gu;

/**
 * Finds where a text can be cut so that nothing that follows can change how the part before is read; 0 for nowhere.
 *
 * @param source - Source of an open paragraph.
 */
export function findCut(source: string, text: TextReader): number {
  // A definition starts with a bracket, and stays possible to the end of its title.
  if (source.length < LONG || source.startsWith('[')) return 0;
  const places = [...source.matchAll(PLACE)].map(({ index }) => index).filter((place) => mayCut(source, place));
  for (const share of [1, 0.6, 0.3]) {
    const cut = places.findLast((place) => place <= (source.length - STAYS) * share);
    if (cut !== undefined && text.isSettled(source.slice(0, cut))) return cut;
  }
  return 0;
}

/** Whether the line keeps its columns, should it turn out to be the head row of a table. */
function mayCut(source: string, place: number): boolean {
  return !source.slice(source.lastIndexOf('\n', place) + 1, place).includes('|');
}
