import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { table } from './table.ts';

const rowsOf = (asked: string) =>
  textOf(table.answer(question(asked)))
    ?.split('\n')
    .filter((line) => line.startsWith('|')) ?? [];

describe('table', () => {
  it.each([
    ['A table of the planets', 8],
    ['来一张表格', 24],
    ['太阳系行星的表格', 8],
    ['a table with 50 rows', 50],
    ['三行的表格', 3],
  ])('answers %j with a header and its rows', (asked, rows) => {
    expect(rowsOf(asked)).toHaveLength(rows + 2);
  });

  it.each(['A table of the planets', '来一张表格', 'a table with 9 rows'])(
    'gives each row of %j the same columns',
    (asked) => {
      const columns = new Set(rowsOf(asked).map((row) => row.split('|').length));

      expect(columns.size).toBe(1);
    },
  );

  it('multiplies', () => {
    expect(rowsOf('a multiplication table').at(-1)).toBe('| **9** | 9 | 18 | 27 | 36 | 45 | 54 | 63 | 72 | 81 |');
    expect(rowsOf('九九乘法表')).toHaveLength(11);
  });

  it('says which tables it has when asked for another', () => {
    expect(textOf(table.answer(question('a table of kings')))).toMatch(/^I am an emulator and have a few tables only/);
    expect(textOf(table.answer(question('A table of the planets')))).toMatch(/^## The planets/);
  });

  it('knows its primes', () => {
    const primes = rowsOf('a table with 20 rows').filter((row) => row.includes('✓'));

    expect(primes.map((row) => Number(row.split('|')[1]))).toEqual([2, 3, 5, 7, 11, 13, 17, 19]);
  });
});
