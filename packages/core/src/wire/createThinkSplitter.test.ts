import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '../event.ts';
import { createThinkSplitter } from './createThinkSplitter.ts';

describe('createThinkSplitter', () => {
  it.each([
    ['text alone', ['Hi <b> > <'], { text: 'Hi <b> > <', reasoning: '' }],
    ['a tag in one piece', ['<think>Hm.</think>Hi'], { text: 'Hi', reasoning: 'Hm.' }],
    ['tags cut anywhere', ['a<', 'thi', 'nk>H', 'm.<', '/', 'think>b'], { text: 'ab', reasoning: 'Hm.' }],
    ['several tags', ['<think>1</think>2<think>3</think>4'], { text: '24', reasoning: '13' }],
    ['a tag that never closes', ['<think>Hm.</thin'], { text: '', reasoning: 'Hm.</thin' }],
    [
      'what only looks like a tag',
      ['<thinking>', '</think>', '<<think>1</think>'],
      { text: '<thinking></think><', reasoning: '1' },
    ],
  ])('divides %s', (_name, pieces, expected) => {
    expect(split(pieces)).toEqual(expected);
  });

  it('divides the same way however the text is cut', () => {
    const pieces = fc.array(fc.constantFrom('<', 'think', '</', '>', '<think>', '</think>', 'a', '<t', '春'));
    fc.assert(
      fc.property(pieces, (cut) => {
        expect(split(cut)).toEqual(split([cut.join('')]));
      }),
      { numRuns: 1_000 },
    );
  });

  it('holds no text back before anything that shows, and lets counts pass a cut tag', () => {
    const { split: pass } = createThinkSplitter();
    const usage: StreamEvent = { type: 'usage', usage: { promptTokens: 1, completionTokens: 1, totalTokens: 2 } };
    const finish: StreamEvent = { type: 'finish', reason: 'stop' };

    expect(pass({ type: 'text', text: '<th' })).toEqual([]);
    expect(pass(usage)).toEqual([usage]);
    expect(pass({ type: 'text', text: 'ink>a<' })).toEqual([{ type: 'reasoning', text: 'a' }]);
    expect(pass(finish)).toEqual([{ type: 'reasoning', text: '<' }, finish]);
  });
});

function split(pieces: readonly string[]): { text: string; reasoning: string } {
  const splitter = createThinkSplitter();
  const events = [...pieces.flatMap((text) => splitter.split({ type: 'text', text })), ...splitter.end()];
  const of = (type: string): string =>
    events.map((each) => (each.type === type && 'text' in each ? each.text : '')).join('');
  return { text: of('text'), reasoning: of('reasoning') };
}
