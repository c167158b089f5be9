// Writes the table of character references in the order of their characters, so that only steps need be written:
// `step[+second character] name name,`, both in base 36, and no step where it is 1.
import { writeFileSync } from 'node:fs';
import { characterEntities } from 'character-entities';

const groups = Map.groupBy(Object.keys(characterEntities), (name) => characterEntities[name]);
const codes = (text) => [...text].map((character) => character.codePointAt(0));
const sorted = [...groups].sort(([left], [right]) => {
  const [a, b] = [codes(left), codes(right)];
  return a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0);
});

let last = 0;
const table = sorted.map(([text, names]) => {
  const [first, second] = codes(text);
  const step = first - last;
  last = first;
  const written = (step === 1 ? '' : step.toString(36)) + (second === undefined ? '' : `+${second.toString(36)}`);
  return `${written} ${names.join(' ')}`;
});
writeFileSync(new URL('names.js', import.meta.url), `export const NAMES =\n  '${table.join(',')}';\n`);
