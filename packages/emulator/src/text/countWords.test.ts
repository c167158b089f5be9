import { describe, expect, it } from 'vitest';
import { countWords } from './countWords.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['Don’t over-think it — please.', 4],
    ['春天来了，hello。', 5],
    ['# A title', 2],
    ['a春b', 3],
  ])('counts %j', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
