import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { code } from './code.ts';

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

  it('closes every fence', () => {
    const marks = textOf(code.answer(question('code')))?.match(/```/g);

    expect(marks).toHaveLength(12);
  });
});
