import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownStream } from '../src/createMarkdownStream.ts';
import type { Block } from '../src/node.ts';
import { createRandom, cutAt, cutEvery } from './cutAt.ts';
import { findBrokenPrefix } from './findBrokenPrefix.ts';
import { readWhole } from './readWhole.ts';
import { readSpecExamples } from './specExamples.ts';

const examples = readSpecExamples().map(({ markdown }) => markdown);

describe('a streamed document', () => {
  it.each([1, 7, 40])('is the whole document when the examples come in pieces of %i', (size) => {
    for (const markdown of examples) {
      expect(readPieces(cutEvery(size, markdown))).toEqual(readWhole(markdown));
    }
  });

  it('is at every character what its text would be as a whole', () => {
    for (const markdown of examples) expect(findBrokenPrefix(cutEvery(1, markdown))).toBeUndefined();
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is right after every piece of mixed examples, mix %i', (seed) => {
    const random = createRandom(seed);
    const pick = (): string => examples[Math.floor(random() * examples.length)] ?? '';
    const text = Array.from({ length: 25 }, pick).join(seed % 2 === 0 ? '\n' : '');
    const pieces = cutEvery(1 + Math.floor(random() * 60), text);

    expect(findBrokenPrefix(pieces)).toBeUndefined();
  });

  it('is the whole document however nested blocks are cut', () => {
    const part = fc.constantFrom(
      '> ',
      '>',
      '- ',
      '* ',
      '-',
      '  ',
      '    ',
      '1. ',
      '2) ',
      '\t',
      '```',
      '~~~',
      '# ',
      '[ ] ',
    );
    const text = fc.constantFrom(
      '',
      'a',
      '*b*',
      'c|d',
      '-|-',
      '[x]: /u',
      '[x]',
      '"t"',
      '===',
      '---',
      '[x]: /v "t',
      '  ',
      '"',
    );
    const line = fc.tuple(fc.array(part, { maxLength: 4 }), text).map(([parts, end]) => parts.join('') + end);
    const lines = fc.array(line, { maxLength: 14 });
    const lineEnd = fc.constantFrom('\n', '\r\n', '\n\n');
    fc.assert(
      fc.property(lines, lineEnd, fc.array(fc.nat(), { maxLength: 8 }), (source, end, places) => {
        expect(findBrokenPrefix(cutAt(source.join(end), places))).toBeUndefined();
      }),
      { numRuns: 1500, seed: 8 },
    );
  });

  it.each(['[x]:v "\n=\n"', '[x]:u\n    "\n"', '> [x]: u\n"\n"'])(
    'lets a definition take its title back: %j',
    (text) => {
      expect(findBrokenPrefix(cutEvery(1, text))).toBeUndefined();
    },
  );

  it('reads two halves of a line end as one', () => {
    expect(readPieces(['a\r', '\nb\r', 'c'])).toEqual(readWhole('a\r\nb\rc'));
    expect(readPieces(['- a\r'])).toEqual(readWhole('- a\n'));
  });

  it('shows a NUL as the replacement character', () => {
    expect(readPieces(['a\0', 'b'])).toEqual(readWhole('a\uFFFDb'));
  });
});

describe('a block that did not change', () => {
  it('is the same object', () => {
    const stream = createMarkdownStream();
    stream.append('# a\n\n- b\n\nc\n\n');
    const before = stream.blocks.flat();

    stream.append('d');

    expect(
      stream.blocks
        .flat()
        .slice(0, 3)
        .map((block, index) => block === before[index]),
    ).toEqual([true, true, true]);
  });

  it('stays in the same full chunk', () => {
    const stream = createMarkdownStream();
    stream.append('a\n\n'.repeat(40));
    const [first] = stream.blocks;

    stream.append('b\n\n'.repeat(40));

    expect(stream.blocks[0]).toBe(first);
    expect(stream.blocks.map((chunk) => chunk.length)).toEqual([32, 32, 16]);
  });

  it('keeps finished items, rows and lines of the open block', () => {
    const stream = createMarkdownStream();
    stream.append(`- a\n- > |b|\n  > |-|\n${'  > |c|\n'.repeat(70)}`);
    const rows = openRows(stream.blocks.flat());

    stream.append('  > |d|\n');

    expect(openRows(stream.blocks.flat())[0]).toBe(rows[0]);
    expect(openRows(stream.blocks.flat()).flat()).toHaveLength(71);
  });

  it('is read again when a definition that it uses arrives, and no other is', () => {
    const stream = createMarkdownStream();
    stream.append('[a] and [b]\n\n[b]\n\n> [a]\n\nend\n\n');
    const before = stream.blocks.flat();

    stream.append('[a]: /a\n');

    const after = stream.blocks.flat();
    expect(after.map((block, index) => block === before[index])).toEqual([false, true, false, true]);
    expect(after).toEqual(readWhole('[a] and [b]\n\n[b]\n\n> [a]\n\nend\n\n[a]: /a\n'));
  });

  it('is the same list of blocks when nothing was added', () => {
    const stream = createMarkdownStream();
    stream.append('a');

    expect(stream.blocks).toBe(stream.blocks);
  });
});

function readPieces(pieces: readonly string[]): Block[] {
  const stream = createMarkdownStream();
  for (const piece of pieces) stream.append(piece);
  stream.finish();
  return stream.blocks.flat();
}

function openRows(blocks: readonly Block[]): readonly (readonly object[])[] {
  const [list] = blocks;
  if (list?.type !== 'list') throw new Error('no list');
  const quote = list.items.at(-1)?.at(-1)?.children.at(-1)?.at(-1);
  if (quote?.type !== 'quote') throw new Error('no quote');
  const table = quote.children.at(-1)?.at(-1);
  if (table?.type !== 'table') throw new Error('no table');
  return table.rows;
}
