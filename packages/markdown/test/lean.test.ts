import { characterEntities } from 'character-entities';
import { describe, expect, it } from 'vitest';
import { decodeHTMLStrict } from '../lean/index.js';
import { createMarkdownStream } from '../src/createMarkdownStream.ts';
import { readWhole } from './readWhole.ts';

describe('what stands in for packages the parser imports', () => {
  it('decodes every named character reference', () => {
    const decoded = Object.keys(characterEntities).map((name) => [name, decodeHTMLStrict(`&${name};`)]);

    expect(Object.fromEntries(decoded)).toEqual({ ...characterEntities });
  });

  it.each(['&nothing;', '&constructor;', '&__proto__;'])('leaves %s as it is', (reference) => {
    expect(decodeHTMLStrict(reference)).toBe(reference);
  });

  it('is what the parser uses', () => {
    expect(readWhole('&ClockwiseContourIntegral;')[0]).toMatchObject({ children: [[{ value: '∲' }]] });
    expect(readWhole('**£**a')[0]).toMatchObject({ children: [[{ value: '**£**a' }]] });
  });

  it('is enough for every kind of link', () => {
    const stream = createMarkdownStream();
    stream.append('[a](<ä b>) <http://b.example/?q=\\[ü]> <c@d.example> ![](e%20f)');

    expect(stream.blocks.flat()[0]).toMatchObject({
      children: [
        [
          { href: '%C3%A4%20b' },
          {},
          { href: 'http://b.example/?q=%5C%5B%C3%BC%5D', children: [{ value: 'http://b.example/?q=\\[ü]' }] },
          {},
          { href: 'mailto:c@d.example' },
          {},
          { src: 'e%20f' },
        ],
      ],
    });
  });
});
