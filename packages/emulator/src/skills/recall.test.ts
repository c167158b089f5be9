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

  it.each([
    ["hello i'm Bob", 'Bob'],
    ['Hi, I am Bob', 'Bob'],
    ['我是小雨', '小雨'],
  ])('hears the name in %j', (said, name) => {
    expect(answer(said, 'x', 'whats my name')).toContain(`**${name}**`);
  });

  it.each([
    'My name is not important',
    '我叫了外卖',
    '我叫车去机场',
    'I am not sure',
    '我是一名学生',
    'hello, i am tired',
  ])('hears no name in %j', (said) => {
    expect(answer(said)).toBeUndefined();
    expect(answer(said, 'x', 'what is my name?')).toBe('You have not told me your name yet.');
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
