import { describe, expect, it } from 'vitest';
import { countWords } from '../text/countWords.ts';
import { createRandom } from '../timing/createRandom.ts';
import { composeText } from './composeText.ts';
import { CHINESE_RIVER } from './words/chineseRiver.ts';
import { ENGLISH_RIVER } from './words/englishRiver.ts';

const compose = (size: number, language: 'en' | 'zh') => [...composeText(size, language, createRandom(size))].join('');

describe('composeText', () => {
  it.each(['en', 'zh'] as const)('writes any number of words exactly, in %s', (language) => {
    for (let size = 1; size <= 400; size += 1) {
      expect(countWords(compose(size, language))).toBe(size);
    }
  });

  it('never ends under an empty heading', () => {
    for (let size = 20; size <= 1500; size += 7) {
      expect(compose(size, 'en')).not.toMatch(/#[^\n]*\n\n[^\n]*\n$/);
    }
  });

  it('goes on after its first round with the next season', () => {
    expect(compose(4000, 'en')).toContain('## Summer');
  });

  it.each([ENGLISH_RIVER, CHINESE_RIVER])('has at least 150 sentences, each once: $title', ({ sections }) => {
    const sentences = sections.flatMap((section) => section.sentences);

    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(150);
  });
});
