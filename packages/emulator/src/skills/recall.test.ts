import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { recall } from './recall.ts';

const answer = (...said: string[]) => textOf(recall.answer(question(said)));

describe('recall', () => {
  it('knows the name that was said earlier', () => {
    expect(answer('My name is Ada.', 'Hello', 'What is my name?')).toContain('**Ada**');
    expect(answer('我叫小雨。', '好', '我叫什么名字？')).toContain('**小雨**');
  });

  it('takes the latest name', () => {
    expect(answer('My name is Ada.', 'Hello', 'My name is Grace', 'Hello', "what's my name")).toContain('Grace');
  });

  it('says so when no name was said', () => {
    expect(answer('What is my name?')).toBe('You have not told me your name yet.');
    expect(answer('我是谁')).toBe('您还没有告诉我您的名字。');
  });

  it('greets by name', () => {
    expect(answer('我叫小雨')).toContain('小雨，您好');
  });

  it('repeats the first and the last question', () => {
    expect(answer('one', 'x', 'two', 'x', 'What was my first question?')).toContain('> one');
    expect(answer('one', 'x', 'two', 'x', 'what did I just ask')).toContain('> two');
    expect(answer('天气', 'x', '我刚才问了什么？')).toContain('> 天气');
  });

  it('leaves other questions alone', () => {
    expect(answer('What is the name of this river?')).toBeUndefined();
  });
});
