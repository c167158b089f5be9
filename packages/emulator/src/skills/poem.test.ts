import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { poem } from './poem.ts';
import { CHINESE_POEMS, ENGLISH_POEMS } from './words/poems.ts';

describe('poem', () => {
  it('answers the question of the tutorial with four Chinese lines of equal length', () => {
    const [title, , ...lines] =
      textOf(poem.answer(question('请写一首关于春天的诗')))
        ?.trim()
        .split('\n') ?? [];
    const lengths = new Set(lines.map((line) => line.trim().length));

    expect(title).toMatch(/^\*\*.+\*\*$/);
    expect(lines).toHaveLength(4);
    expect(lengths.size).toBe(1);
  });

  it('writes about the season asked for', () => {
    expect(textOf(poem.answer(question('A poem about autumn')))).toContain('October');
    expect(textOf(poem.answer(question('写一首冬天的诗')))).toContain('雪夜');
  });

  it('writes in the language asked for by name', () => {
    expect(textOf(poem.answer(question('Write a poem about spring in Chinese')))).toMatch(/\p{Script=Han}/u);
    expect(textOf(poem.answer(question('用英文写一首春天的诗')))).not.toMatch(/\p{Script=Han}/u);
  });

  it('keeps each line a line when it is read as Markdown', () => {
    expect(textOf(poem.answer(question('诗')))?.match(/ {2}\n/g)).toHaveLength(3);
  });

  it.each([...CHINESE_POEMS, ...ENGLISH_POEMS])('knows $title as four lines', ({ lines }) => {
    expect(lines).toHaveLength(4);
  });

  it('leaves other questions alone', () => {
    expect(poem.answer(question('a problem'))).toBeUndefined();
  });

  it('says so when it has no poem about the subject', () => {
    expect(textOf(poem.answer(question('A poem about cats')))).toMatch(
      /^I am an emulator and know poems about the seasons only/,
    );
    expect(textOf(poem.answer(question('写一首关于月亮的诗')))).toMatch(/^我是模拟器，只会背关于四季的诗/);
    expect(textOf(poem.answer(question('Write a poem about spring')))).toMatch(/^\*\*/);
    expect(textOf(poem.answer(question('写一首诗')))).toMatch(/^\*\*/);
  });
});
