import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { count } from './count.ts';

const numbers = (asked: string) =>
  textOf(count.answer(question(asked)))
    ?.match(/-?\d+/g)
    ?.map(Number);

describe('count', () => {
  it.each([
    ['count to 5', [1, 2, 3, 4, 5]],
    ['Please count from 3 to 5', [3, 4, 5]],
    ['count down from three to one', [3, 2, 1]],
    ['数到3', [1, 2, 3]],
    ['从二数到四', [2, 3, 4]],
    ['请从 9 开始数到 11', [9, 10, 11]],
    ['从1数到3', [1, 2, 3]],
    ['count to 0', [1, 0]],
    ['count to -3', [1, 0, -1, -2, -3]],
    ['count from -1 to 1', [-1, 0, 1]],
    ['count down from 5', [5, 4, 3, 2, 1]],
    ['countdown from three', [3, 2, 1]],
    ['倒数3个数', [3, 2, 1]],
    ['数数', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ])('hears %j', (asked, expected) => {
    expect(numbers(asked)).toEqual(expected);
  });

  it('counts to one hundred, ten to a line', () => {
    const text = textOf(count.answer(question('Count to one hundred')));

    expect(text?.trim().split('\n')).toHaveLength(10);
    expect(text).toContain('99, 100\n');
  });

  it('counts lazily, so that a stop costs nothing', () => {
    const answer = count.answer(question('count to 1,000,000'));
    const [first] = answer?.text ?? [];

    expect(first).toBe('1');
  });

  it('reads an exponent, and asks for a whole number', () => {
    expect(numbers('count to 1e3')).toHaveLength(1000);
    expect(textOf(count.answer(question('count to 3.5')))).toContain('whole number');
    expect(textOf(count.answer(question('从1数到3.5')))).toContain('整数');
  });

  it('says where it stops when asked for too much', () => {
    const text = textOf(count.answer(question('count to 1000000')));

    expect(text).toMatch(/100000\n\nI stop here: 100000 numbers are the most I count\.\n$/);
    expect(textOf(count.answer(question('count to 100000')))).not.toContain('I stop');
  });

  it('leaves other questions alone', () => {
    expect(count.answer(question('Can I count on you?'))).toBeUndefined();
  });
});
