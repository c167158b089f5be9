import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { summary } from './summary.ts';

const answer = (...said: string[]) => textOf(summary.answer(question(said)));

describe('summary', () => {
  it('lists each turn with its question, its answer and how long that was', () => {
    expect(answer('hello', '**Hi** there', 'count to 2', '1, 2', 'Summarise our conversation')).toBe(
      'So far we have had **2** turns:\n\n' +
        '1. You asked “hello”; I answered “Hi there” (4 tokens)\n' +
        '2. You asked “count to 2”; I answered “1, 2” (3 tokens)\n',
    );
  });

  it('says so when there is nothing to sum up', () => {
    expect(answer('总结一下')).toBe('我们才刚刚开始，还没有什么可总结的。\n');
  });

  it('names a turn that was left without an answer', () => {
    expect(answer('hello', '', 'recap')).toContain('I had no time to answer');
  });

  it('takes sentences from the beginning, the middle and the end of a text', () => {
    const text =
      'Summarise this: One came first of all. Two came after that. Three stood in the middle. Four. Five was the last.';

    expect(answer(text)).toMatch(
      /has 5 sentences.*\n\n- One came first of all\.\n- Three stood in the middle\.\n- Five was the last\.\n$/,
    );
  });
});
