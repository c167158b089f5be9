import { describe, expect, it } from 'vitest';
import { findGrammar } from './findGrammar.ts';
import { type Span, tokenizeLine } from './tokenizeLine.ts';

describe('tokenizeLine', () => {
  it.each([
    ['ts', 'const a = "b\\"c" + 12; // d', 'keyword const|string "b\\"c"|number 12|comment // d'],
    ['js', 'constant.const_ = a1', ''],
    ['js', 'a = /* b */ return', 'comment /* b */|keyword return'],
    ['js', "'it\\'s' `t`", "string 'it\\'s'|string `t`"],
    ['js', '"open', 'string "open'],
    ['py', 'def f(): # d', 'keyword def|comment # d'],
    ['python', 'x = """a""" + 1', 'string """a"""|number 1'],
    ['go', "func f(r 'x') // y", 'keyword func|comment // y'],
    ['sql', 'SELECT a From b -- c', 'keyword SELECT|keyword From|comment -- c'],
    ['css', '@media (a) { color: "x" }', 'keyword @media|string "x"'],
    ['html', '<a href="b">c</a><!-- d -->', 'keyword <a|string "b"|keyword >|keyword </a|keyword >|comment <!-- d -->'],
    ['yaml', 'a: true # b', 'keyword true|comment # b'],
    ['lua', 'local a --[[ b ]] = 1', 'keyword local|comment --[[ b ]]|number 1'],
    ['c', '#include <a>', 'keyword #include'],
    ['JSON', '{"a": [1.5e3, true]}', 'string "a"|number 1.5e3|keyword true'],
  ])('colours %s: %s', (language, line, expected) => {
    expect(read(language, [line])).toBe(expected);
  });

  it('goes on with what the line before left open', () => {
    expect(read('js', ['a /* b', '', 'c */ if', 'else'])).toBe('comment /* b|comment c */|keyword if|keyword else');
    expect(read('js', ['`a', '/* b` /* c', 'd'])).toBe('string `a|string /* b`|comment /* c|comment d');
    expect(read('html', ['<!-- a', 'b -->', '<c>'])).toBe('comment <!-- a|comment b -->|keyword <c|keyword >');
  });

  it('does not take the end of what it opened for its end', () => {
    expect(read('js', ['/*/ a */ if'])).toBe('comment /*/ a */|keyword if');
    expect(read('py', ['"""" a'])).toBe('string """" a');
  });

  it('knows no colours of other languages', () => {
    expect(findGrammar('')).toBeUndefined();
    expect(findGrammar('constructor')).toBeUndefined();
    expect(findGrammar('text')).toBeUndefined();
  });
});

function read(language: string, lines: readonly string[]): string {
  const grammar = findGrammar(language);
  if (grammar === undefined) throw new Error(`no grammar for ${language}`);
  let open: Span | undefined;
  const words: string[] = [];
  for (const line of lines) {
    const found = tokenizeLine(line, grammar, open);
    open = found.open;
    words.push(...found.tokens.map(({ kind, start, end }) => `${kind} ${line.slice(start, end)}`));
  }
  return words.join('|');
}
