import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTokens, tokenise } from './tokenise.ts';

const CLUSTERS = ['👩‍🚀', '🇨🇳', 'e\u0301', '春', 'a', ' ', '\r\n', '\n', '7', '**', 'स्ते', '한', '1\ufe0f\u20e3'];
const tokens = (text: string) => [...tokenise(text)];

describe('tokenise', () => {
  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tokens(text).join('')).toBe(text);
      }),
    );
  });

  it('never cuts inside a grapheme', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CLUSTERS)), (clusters) => {
        const text = clusters.join('');
        const ends = Array.from(
          new Intl.Segmenter('und').segment(text),
          ({ index, segment }) => index + segment.length,
        );
        let place = 0;
        for (const token of tokens(text)) expect(ends).toContain((place += token.length));
      }),
    );
  });

  it.each([
    ['Hello there, world!', ['Hello', ' there', ',', ' world', '!']],
    ['internationally', ['inter', 'natio', 'nally']],
    ['春天来了', ['春', '天来', '了']],
    ['1234567', ['123', '456', '7']],
    ['**bold**\n\n```ts', ['**', 'bold', '**', '\n\n', '```', 'ts']],
    ['a  b', ['a', '  ', 'b']],
    ['👩‍🚀👩‍🚀', ['👩‍🚀', '👩‍🚀']],
  ])('cuts %j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('counts what it cuts', () => {
    expect(countTokens('春天来了, hello')).toBe(tokens('春天来了, hello').length);
    expect(countTokens('')).toBe(0);
  });
});
