import { createMarkdownStream, type Table } from '@ling-stream/markdown';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './writeCsv.ts';
import { writeMarkdown } from './writeMarkdown.ts';

describe('writeCsv', () => {
  it('writes what the cells show', () => {
    expect(writeCsv(read('|a **b**|c `d`|\n|-|-|\n|e, "f"|[g](h) ![i](j)|\n||-1.5%|'))).toBe(
      'a b,c d\r\n"e, ""f""",g i\r\n,-1.5%\r\n',
    );
  });

  it('writes nothing a spreadsheet would run', () => {
    expect(writeCsv(read('|a|\n|-|\n|=HYPERLINK("x")|\n|+1|\n|-1+2|\n|@a|'))).toBe(
      'a\r\n"\'=HYPERLINK(""x"")"\r\n\'+1\r\n\'-1+2\r\n\'@a\r\n',
    );
  });
});

describe('writeMarkdown', () => {
  it.each([
    '|a|b|c|d|\n|-|:-|:-:|-:|\n|e|f|g|h|\n',
    '|*a* **b** ~~c~~|\n|-|\n|`d` `` e`f `` `\\|`|\n',
    '|[a](b "c")|\n|-|\n|![d](e "f\\"")|\n',
    '|\\*a\\* \\[b] \\| \\`c\\` \\<d> snake_case|\n|-|\n|$x$ $$y$$ \\$5|\n',
  ])('writes what reads as the same table: %s', (markdown) => {
    const table = read(markdown);

    expect(read(writeMarkdown(table))).toEqual(table);
  });
});

function read(markdown: string): Table {
  const stream = createMarkdownStream();
  stream.append(markdown);
  stream.finish();
  const block = stream.blocks.flat().find(({ type }) => type === 'table');
  if (block?.type !== 'table') throw new Error('no table');
  return block;
}
