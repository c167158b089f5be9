import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { code } from './code.ts';
import { PROGRAMS } from './words/programs.ts';
import { TASKS } from './words/tasks.ts';

const fencesOf = (asked: string) => textOf(code.answer(question(asked)))?.match(/(?<=```)\w+/g);

describe('code', () => {
  it('writes in six languages unless one is named', () => {
    expect(fencesOf('Write code in six languages')).toEqual(['ts', 'python', 'go', 'rust', 'java', 'sql']);
    expect(fencesOf('写一段代码')).toHaveLength(6);
  });

  it.each([
    ['a function in TypeScript', ['ts']],
    ['用Python写一段程序', ['python']],
    ['code in Go', ['go']],
    ['let us go and write some rust', ['rust']],
    ['java code', ['java']],
    ['javascript code', ['ts']],
    ['python and sql', ['python', 'sql']],
  ])('writes what %j names', (asked, fences) => {
    expect(fencesOf(asked)).toEqual(fences);
  });

  it.each([
    ['hello world in python', 'print("Hello, world!")'],
    ['fizzbuzz in rust', '(0, 0) => println!("FizzBuzz")'],
    ['Reverse a string in Go', 'slices.Reverse(letters)'],
    ['用 Java 写冒泡排序', 'static void bubbleSort'],
    ['write code for bubble sort in TypeScript', 'function bubbleSort'],
    ['FizzBuzz in SQL', 'WITH RECURSIVE'],
  ])('solves %j in that language alone', (asked, part) => {
    const text = textOf(code.answer(question(asked)));

    expect(text).toContain(part);
    expect(text?.match(/```/g)).toHaveLength(2);
  });

  it.each(TASKS)('has $title.en in every language', ({ sources }) => {
    expect(Object.keys(sources)).toEqual(PROGRAMS.map(({ fence }) => fence));
  });

  it('says that the sample is its own', () => {
    expect(textOf(code.answer(question('write code for a web crawler in python')))).toContain('this sample of my own');
  });

  it('says which languages it has when asked for another', () => {
    expect(textOf(code.answer(question('write hello world in C++')))).toContain('nothing in C++');
    expect(textOf(code.answer(question('用 C语言写一段代码')))).toContain('我不会写 C');
  });

  it.each([
    'Where is your code of conduct?',
    'fix this bug in my code',
    '解释这段代码',
    'What is the zip code of Berlin?',
  ])('leaves %j alone', (asked) => {
    expect(code.answer(question(asked))).toBeUndefined();
  });

  it('closes every fence', () => {
    const marks = textOf(code.answer(question('code')))?.match(/```/g);

    expect(marks).toHaveLength(12);
  });
});
