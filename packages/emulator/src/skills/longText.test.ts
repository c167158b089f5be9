import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { countWords } from '../text/countWords.ts';
import { longText } from './longText.ts';

const wordsOf = (asked: string) => countWords(textOf(longText.answer(question(asked))) ?? '');

describe('longText', () => {
  it.each([
    ['Write 5,000 words', 5000],
    ['write a 1.5k-word essay', 1500],
    ['Write one hundred and twenty words', 120],
    ['5,000 words please', 5000],
    ['5000字', 5000],
    ['来一篇短文', 200],
    ['Write me 3 paragraphs', 240],
    ['写一篇2000字的文章', 2000],
    ['写五千字', 5000],
    ['写一个 300 字的故事', 300],
    ['写长篇小说', 5000],
  ])('hears in %j how long the text should be', (asked, words) => {
    expect(wordsOf(asked)).toBe(words);
  });

  it('says first that it knows nothing about the subject', () => {
    const [first, second] = longText.answer(question('Write 300 words about tea'))?.text ?? [];

    expect(first).toContain('I am an emulator and know nothing about that');
    expect(second).toBe('# Following the River');
    expect(textOf(longText.answer(question('写一篇关于茶的800字文章')))).toContain('我是模拟器');
  });

  it('makes its text as it is read', () => {
    const [first] = longText.answer(question('write 100000 words'))?.text ?? [];

    expect(first).toBe('# Following the River');
  });

  it('leaves other questions alone', () => {
    expect(longText.answer(question('I have two words for you'))).toBeUndefined();
    expect(longText.answer(question('讲个故事'))).toBeUndefined();
  });
});
