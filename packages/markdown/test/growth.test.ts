import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMarkdownStream } from '../src/createMarkdownStream.ts';
import { cutEvery } from './cutAt.ts';
import { findBrokenPrefix } from './findBrokenPrefix.ts';

const SENTENCE = 'The **quick** brown fox, see [1] and [link](https://a.example), says `code` or 重点，接着看。 ';

const DOCUMENTS: Record<string, (size: number) => string> = {
  'an answer': (size) =>
    fill(size, `## Title\n\n${SENTENCE}\n\n- one\n  - two\n\n\`\`\`js\na\n\`\`\`\n\n|a|\n|-|\n|b|\n\n> c\n\n`),
  'a fence': (size) => `\`\`\`js\n${fill(size, 'const value = compute(1, 2, 3);\n')}`,
  'a table': (size) => `|a|b|\n|-|-|\n${fill(size, '| cell **one** | two |\n')}`,
  'a list': (size) => fill(size, '- an item with **bold** text\n'),
  'a nested list': (size) => `- a\n  1. b\n${fill(size, '     - an item with **bold** text\n')}`,
  'an item': (size) => `- a\n\n${fill(size, '  text of **one** item\n\n')}`,
  'a quote': (size) => fill(size, '> a line of **a** quote\n>\n'),
  'a paragraph': (size) => fill(size, SENTENCE),
  'a paragraph in a quote in a list': (size) => `- > ${fill(size, SENTENCE)}`,
  'lines of a paragraph': (size) => fill(size, `${SENTENCE}\n`),
};

describe('the cost of adding to a document', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(Object.keys(DOCUMENTS))('does not depend on the length of %s', (name) => {
    const text = DOCUMENTS[name]?.(60_000) ?? '';
    const parse = vi.spyOn(MarkdownIt.ParserBlock.prototype, 'parse');
    const stream = createMarkdownStream();
    stream.append(text);
    expect(stream.blocks.length).toBeGreaterThan(0);
    parse.mockClear();

    for (const piece of cutEvery(40, DOCUMENTS[name]?.(800) ?? '')) {
      stream.append(piece);
      expect(stream.blocks.length).toBeGreaterThan(0);
    }

    const longest = Math.max(...parse.mock.calls.map(([source]) => source.length));
    expect(longest).toBeLessThan(2500);
  });
});

describe('a long paragraph', () => {
  it('is at every piece what it would be as a whole', () => {
    const word = fc.constantFrom(
      'word ',
      'b_c ',
      '重点，接着',
      '**bold** ',
      '*em*',
      '`code` ',
      '[1] ',
      '[l](u) ',
      '\n',
      '  \n',
      '2 * 3 ',
    );
    const rare = fc.constantFrom('*', '**', '`', '[', '](u)', '|', '_', '~~', '<', '![');
    const words = fc.array(fc.oneof({ arbitrary: word, weight: 60 }, { arbitrary: rare, weight: 1 }), {
      minLength: 250,
      maxLength: 400,
    });
    const start = fc.constantFrom('', '- ', '> - [ ] ', '- a\n\n  ');
    const end = fc.constantFrom('', '\n===\n', '\n-|-\n', ' | b\n-|-\n', '\n\n[1]: /late\n', '*', '](x)');
    fc.assert(
      fc.property(start, words, end, fc.integer({ min: 100, max: 400 }), (before, middle, after, size) => {
        expect(findBrokenPrefix(cutEvery(size, before + middle.join('') + after))).toBeUndefined();
      }),
      { numRuns: 120, seed: 3 },
    );
  });
});

function fill(size: number, text: string): string {
  return text.repeat(Math.ceil(size / text.length));
}
