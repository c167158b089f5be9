import { NAMES } from './names.js';

/** Character references by name; made when the first one is met. */
let characters;

/** Decodes one named character reference, like `&amp;`; what is none stays as it is. */
export function decodeHTMLStrict(reference) {
  characters ??= readNames();
  return characters.get(reference.slice(1, -1)) ?? reference;
}

function readNames() {
  const table = new Map();
  let code = 0;
  for (const group of NAMES.split(',')) {
    const [written, ...names] = group.split(' ');
    const [step, second] = written.split('+');
    code += step === '' ? 1 : Number.parseInt(step, 36);
    const tail = second === undefined ? '' : String.fromCodePoint(Number.parseInt(second, 36));
    for (const name of names) table.set(name, String.fromCodePoint(code) + tail);
  }
  return table;
}
