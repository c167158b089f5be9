import { describe, expect, it } from 'vitest';
import { createMarkdownStream } from '../src/createMarkdownStream.ts';
import type { Block } from '../src/node.ts';
import { cutEvery } from './cutAt.ts';
import { readWhole } from './readWhole.ts';
import { readSpecExamples } from './specExamples.ts';
import { writeHtml } from './writeHtml.ts';

const ANSWER = `# Title *one*

Some **bold** and *em*, \`code\`, [link](https://a.b "t") and ![img](u) https://x.y/z. Snake_case 2*3 ok! Price $5.

- item **one**
- [x] task
  1. nested \`\`a\`\`
- [two](b)

> [!NOTE]
> quote **b**

| a | b |
|---|--:|
| 1 | **2** |

\`\`\`js
const a = 1; // \`\` and | and **
\`\`\`

$$
x^2
$$

Text with $x_1$ and \\(y\\) and ~~del~~ 重点**加粗，**接着[^1]. <https://c.d>

***

[^1]: note

[ref]: /x
See [ref], [a *b*][ref] & A&amp;B, [1] and ***both*** end!
`;

describe('a growing document', () => {
  it('only ever adds to what is shown', () => {
    const texts = show(ANSWER).map(({ text }) => text);

    const taken = texts.filter((text, index) => !text.startsWith(texts[index - 1] ?? ''));
    expect(taken).toEqual([]);
  });

  it('never shows a mark that becomes formatting', () => {
    const marks = /\*\*|\]\(|\||```|~~|\$\$|\\|\[[!^xl]|#|<|&a|(?<!\[1)\]/;
    const outside = ANSWER.replace(/```js[^]*```\n/, '');

    expect(show(outside).filter(({ text }) => marks.test(text))).toEqual([]);
  });

  it('never shows half of the fence that ends code', () => {
    const texts = show('```js\na\n```\n').map(({ text }) => text);

    expect(new Set(texts)).toEqual(new Set(['', 'a', 'a\n']));
  });

  it.each([
    ['**bo', '<strong>bo</strong>'],
    ['**bo*', '<strong>bo</strong>'],
    ['*a **b', '<em>a <strong>b</strong></em>'],
    ['***a', '<em><strong>a</strong></em>'],
    ['a ~~b', 'a <del>b</del>'],
    ['`co', '<code>co</code>'],
    ['``co`', '<code>co</code>'],
    ['a `', 'a '],
    ['a [te **x', 'a te <strong>x</strong>'],
    ['a [text](htt', 'a <a href="">text</a>'],
    ['a [text](htt "ti', 'a <a href="">text</a>'],
    ['a [text][re', 'a <a href="">text</a>'],
    ['a [text](b) c', 'a <a href="b">text</a> c'],
    ['a ![al', 'a <img src="" alt="al" />'],
    ['a ![al](htt', 'a <img src="" alt="al" />'],
    ['a <http://b', 'a <a href="">http://b</a>'],
    ['a $x', 'a <math>x</math>'],
    ['a \\(x', 'a <math>x</math>'],
    ['a $5', 'a $5'],
    ['a 2*3', 'a 2*3'],
    ['**a _b** c', '<strong>a _b</strong> c'],
    ['a &am', 'a '],
    ['a [^1', 'a '],
    ['a [^1]', 'a <sup>footnote 1</sup>'],
  ])('reads %j as what it is about to be', (text, html) => {
    expect(last(text)).toBe(
      `<p>${html}</p>\n`.replace(/^<p>te/, text === '[te' ? '' : '<p>te').replace(/^<\/p>\n$/, ''),
    );
  });

  it.each([
    '-',
    '- ',
    '1',
    '1.',
    '#',
    '## ',
    '>',
    '> - ',
    '`',
    '``',
    '```',
    '```js',
    '---',
    '***',
    '- [',
    '- [ ',
    '- [x] ',
    '| a',
    '| a | b |\n',
    '| a | b |\n|--',
    '$$',
    '[te',
    '[a]: /b',
    '[^a]: ',
    '> [!NO',
  ])('leaves out %j', (line) => {
    expect(last(`a\n\n${line}`)).toBe('<p>a</p>\n');
  });

  it('shows what it left out when asked, until more comes', () => {
    const stream = createMarkdownStream();
    stream.append('a\n\n1');
    stream.reveal();
    expect(writeHtml(stream.blocks.flat())).toBe('<p>a</p>\n<p>1</p>\n');

    stream.append('.');
    expect(writeHtml(stream.blocks.flat())).toBe('<p>a</p>\n');
  });

  it('takes a mark for text once its paragraph is over', () => {
    expect(last('**a\n\nb')).toBe('<p>**a</p>\n<p>b</p>\n');
    expect(last('# **a\nb')).toBe('<h1>**a</h1>\n<p>b</p>\n');
  });

  it('completes the cell that is being written', () => {
    expect(last('|a|b|\n|-|-|\n|c|**d')).toContain('<td><strong>d</strong></td>');
    expect(last('|a|b|\n|-|-|\n|c|**d|')).toContain('<td>**d</td>');
  });

  it('numbers footnotes before they are written, and takes them back if they never are', () => {
    const stream = createMarkdownStream();
    stream.append('a[^x] b[^y]\n\nc\n\n[^y]: d\n\n');
    expect(stream.footnotes.map(({ name, footnote }) => [name, footnote?.id])).toEqual([
      ['footnote X', undefined],
      ['footnote Y', 2],
    ]);

    stream.finish();
    expect(stream.footnotes).toMatchObject([{ name: 'footnote Y' }]);
    expect(stream.blocks.flat()).toEqual(readWhole('a[^x] b[^y]\n\nc\n\n[^y]: d\n\n'));
  });
});

describe('a finished document', () => {
  it.each([1, 9])('is the whole document, whatever was shown while it grew by %i', (size) => {
    for (const { markdown } of [...readSpecExamples(), { markdown: ANSWER }]) {
      const stream = createMarkdownStream();
      for (const piece of cutEvery(size, markdown)) {
        stream.append(piece);
        stream.blocks.flat();
      }
      stream.finish();
      expect(stream.blocks.flat()).toEqual(readWhole(markdown));
    }
  });
});

/** What is shown after every character. */
function show(markdown: string): { text: string }[] {
  const stream = createMarkdownStream();
  return cutEvery(1, markdown).map((character) => {
    stream.append(character);
    return { text: readText(stream.blocks.flat()) };
  });
}

function last(markdown: string): string {
  const stream = createMarkdownStream();
  stream.append(markdown);
  return writeHtml(stream.blocks.flat());
}

/** The text of blocks, as a reader sees it. */
function readText(blocks: readonly Block[]): string {
  return writeHtml(blocks)
    .replaceAll(/<[^>]*>\n?/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
