import { describe, expect, it } from 'vitest';
import { readWhole } from './readWhole.ts';
import { writeHtml } from './writeHtml.ts';

describe('tables', () => {
  it('have aligned columns, short and long rows, and marks in cells', () => {
    expect(read('| a | b |\n|:-:|--:|\n| *c* |\n| d | \\| | e |')).toBe(
      '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n' +
        '<tr>\n<td align="center"><em>c</em></td>\n<td align="right"></td>\n</tr>\n' +
        '<tr>\n<td align="center">d</td>\n<td align="right">|</td>\n</tr>\n</tbody>\n</table>\n',
    );
  });

  it('start in the last line of a paragraph, and only there', () => {
    expect(read('a\nb|c\n-|-')).toMatch(/^<p>a<\/p>\n<table>/);
    expect(read('> a|b\n-|-')).toBe('<blockquote>\n<p>a|b\n-|-</p>\n</blockquote>\n');
    expect(read('```|a\n-|-')).toMatch(/^<pre>/);
    expect(read('a|b\n-')).toBe('<h2>a|b</h2>\n');
  });
});

describe('tasks', () => {
  it('are items that start with a box', () => {
    expect(read('- [ ] a\n- [X] b\n- [ ]\n- [y] c')).toBe(
      '<ul>\n<li><input type="checkbox" disabled="" /> a</li>\n<li><input type="checkbox" checked="" disabled="" /> b</li>\n' +
        '<li>[ ]</li>\n<li>[y] c</li>\n</ul>\n',
    );
  });
});

describe('addresses', () => {
  it.each([
    ['http://a.example/b?c#d.', 'http://a.example/b?c#d', '.'],
    ['www.a.example/(b))', 'http://www.a.example/(b)', ')'],
    ['https://a.example/b;', 'https://a.example/b', ';'],
    ['https://a.example/&copy2;', 'https://a.example/', '&amp;copy2;'],
    ['https://a.example<b', 'https://a.example', '&lt;b'],
    ['http://localhost:3000/a,', 'http://localhost:3000/a', ','],
    ['a.b+c@d-e.example.', 'mailto:a.b+c@d-e.example', '.'],
    ['https://a.example/b，接着', 'https://a.example/b', '，接着'],
    ['https://a.example查看', 'https://a.example', '查看'],
    ['https://a.example/中文。', 'https://a.example/%E4%B8%AD%E6%96%87', '。'],
    ['https://例子.中国/a', 'https://%E4%BE%8B%E5%AD%90.%E4%B8%AD%E5%9B%BD/a', ''],
  ])('end where %s ends', (text, href, rest) => {
    const [, found, after] = /<a href="([^"]*)">[^<]*<\/a>(.*)<\/p>/.exec(read(text)) ?? [];

    expect([found, after]).toEqual([href, rest]);
  });

  it.each(['xhttp://a.example', 'www.', 'http://a_b.example', 'https://', 'a@b', 'a@b.example_', '@b.example'])(
    'are not in %s',
    (text) => {
      expect(read(text)).toBe(`<p>${text}</p>\n`);
    },
  );

  it('stay as they are in links and code', () => {
    expect(read('[http://a.example](b) `www.c.example`')).toBe(
      '<p><a href="b">http://a.example</a> <code>www.c.example</code></p>\n',
    );
  });
});

describe('marks beside full-width punctuation', () => {
  it.each([
    ['**重点，**接着', '<strong>重点，</strong>接着'],
    ['他说**“你好”**了', '他说<strong>“你好”</strong>了'],
    ['*（a）*b', '<em>（a）</em>b'],
    ['~~删。~~了', '<del>删。</del>了'],
    ['**この文。**です', '<strong>この文。</strong>です'],
    ['𠀀**“a”**𠀀', '𠀀<strong>“a”</strong>𠀀'],
  ])('read %s', (text, html) => {
    expect(read(text)).toBe(`<p>${html}</p>\n`);
  });

  it('leave other languages as they were', () => {
    expect(read('a**"b"**c')).toBe('<p>a**&quot;b&quot;**c</p>\n');
  });
});

describe('footnotes', () => {
  it('are looked up wherever they are defined, and hold blocks', () => {
    expect(read('a[^x] [^y][^X]\n\n[^x]: b\n\n    - c\n')).toBe(
      '<p>a<sup>footnote X</sup> [^y]<sup>footnote X</sup></p>\n<aside>\n<p>b</p>\n<ul>\n<li>c</li>\n</ul>\n</aside>\n',
    );
  });

  it('end where the next one starts', () => {
    expect(read('[^a]: b\nc\n[^d]: e')).toBe('<aside>\n<p>b\nc</p>\n</aside>\n<aside>\n<p>e</p>\n</aside>\n');
  });

  it('are no link labels', () => {
    expect(read('[a][^x] ![][^x]\n\n[^x]: b')).toMatch(/^<p>\[a\]<sup>footnote X<\/sup> !\[\]<sup>/);
  });
});

describe('alerts', () => {
  it('are quotes that start with their kind', () => {
    expect(readWhole('> [!NOTE]\n> a\n\n> [!caution]\n>\n> - b\n\n> [!other]\n\n> [!TIP] c')).toMatchObject([
      { alert: 'note', children: [[{ children: [[{ value: 'a' }]] }]] },
      { alert: 'caution', children: [[{ type: 'list', id: 0 }]] },
      { alert: undefined },
      { alert: undefined },
    ]);
  });
});

describe('formulas', () => {
  it.each([
    ['$x^2$ and \\(y_1\\)', '<math>x^2</math> and <math>y_1</math>'],
    ['中$x$文，$5$', '中<math>x</math>文，<math>5</math>'],
    ['$2 \\times 3$', '<math>2 \\times 3</math>'],
    ['a $$b$$ \\[c\\]', 'a <math display>b</math> <math display>c</math>'],
    ['$a\\$b$', '<math>a\\$b</math>'],
  ])('are read in %s', (text, html) => {
    expect(read(text)).toBe(`<p>${html}</p>\n`);
  });

  it.each(['$5 and $10', '$2bn … $4bn', 'US$5 (US$)', '$5 (US$)', '$ x$', '$x $', 'a$b$', '$x$2'])(
    'are not read in %s',
    (text) => {
      expect(read(text)).toBe(`<p>${text}</p>\n`);
    },
  );

  it('stand in lines of their own', () => {
    expect(read('a\n$$\nb\n\nc\n$$\nd\n\n\\[ e \\]\n- $$\n  f\n\ng')).toBe(
      '<p>a</p>\n<math display>b\n\nc</math>\n<p>d</p>\n<math display>e</math>\n' +
        '<ul>\n<li>\n<math display>f</math>\n</li>\n</ul>\n<p>g</p>\n',
    );
  });
});

describe('nesting', () => {
  it('ends in text after 32 levels, and loses nothing', () => {
    const html = read(`${'> '.repeat(40)}a`);

    expect(html.split('<blockquote>')).toHaveLength(33);
    expect(html).toContain(`${'&gt; '.repeat(8)}a`);
    expect(read(`${'- '.repeat(40)}a`).split('<li>')).toHaveLength(17);
  });

  it.each([
    '>',
    '[',
    '*',
    '- ',
    '*a ',
    '**a',
    '`',
    '![',
    '<',
    '&',
    '$',
    '[^',
    '1. ',
    '> - ',
    'a@',
    'https://a.b/)',
    '\\(a',
  ])('reads 16 kB of %j', (text) => {
    expect(writeHtml(readWhole(text.repeat(16_384 / text.length)))).not.toBe('');
  });

  it('leaves out marks that nobody could tell apart', () => {
    const html = read(`${'*a **b '.repeat(200)}${'** *'.repeat(200)}`);

    expect(html.split('b ').length).toBeGreaterThan(200);
  });
});

function read(markdown: string): string {
  return writeHtml(readWhole(markdown));
}
