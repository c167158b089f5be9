import { isDeepStrictEqual } from 'node:util';
import { createMarkdownStream } from '../src/createMarkdownStream.ts';
import { readWhole } from './readWhole.ts';

/** Streams pieces, and finds the first text so far that does not read as it would as a whole. */
export function findBrokenPrefix(pieces: readonly string[]): string | undefined {
  const stream = createMarkdownStream({ completion: false });
  let text = '';
  for (const piece of pieces) {
    stream.append(piece);
    text += piece;
    // A return that may be half of a line end is not read yet.
    if (!isDeepStrictEqual(stream.blocks.flat(), readWhole(text.replace(/\r$/, '')))) return text;
  }
  return undefined;
}
