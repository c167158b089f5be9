import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { arithmetic } from './arithmetic.ts';

describe('arithmetic', () => {
  it.each([
    ['What is 12 × (3 + 4)?', '12 × (3 + 4) = **84**'],
    ['2+3*4', '2 + 3 × 4 = **14**'],
    ['calculate 10 - 2 - 3', '10 − 2 − 3 = **5**'],
    ['2^3^2 = ?', '2 ^ 3 ^ 2 = **512**'],
    ['17 % 5', '17 % 5 = **2**'],
    ['0.1 + 0.2', '0.1 + 0.2 = **0.3**'],
    ['1,000 / 8', '1000 ÷ 8 = **125**'],
    ['6 times 7', '6 × 7 = **42**'],
    ['3加4乘以2等于几？', '3 + 4 × 2 = **11**'],
    ['请问 9 除以 3 是多少', '9 ÷ 3 = **3**'],
    ['１２×３', '12 × 3 = **36**'],
    ['帮我算一下 123*456', '123 × 456 = **56088**'],
    ['三乘以七是多少', '3 × 7 = **21**'],
    ['一百除以四', '100 ÷ 4 = **25**'],
    ['一加一等于几', '1 + 1 = **2**'],
    ['25的平方', '25 ^ 2 = **625**'],
    ['seven times eight', '7 × 8 = **56**'],
    ['What is one hundred and five plus twenty-one?', '105 + 21 = **126**'],
    ['15% of 80', '15 ÷ 100 × 80 = **12**'],
    ['sqrt(16)', '(16) ^ (1 ÷ 2) = **4**'],
    ['the sum of 4 and 5', '4 + 5 = **9**'],
    ['1000/8', '1000 ÷ 8 = **125**'],
    ['500-200', '500 − 200 = **300**'],
    ['2**3', '2 ^ 3 = **8**'],
    ['你好，what is 1+1', '1 + 1 = **2**'],
  ])('works out %j', (asked, expected) => {
    expect(textOf(arithmetic.answer(question(asked)))?.trim()).toBe(expected);
  });

  it('says that nothing can be divided by zero', () => {
    expect(textOf(arithmetic.answer(question('5 / (2 - 2)')))).toContain('no result');
    expect(textOf(arithmetic.answer(question('0 除以 0')))).toContain('没有结果');
  });

  it.each([
    '2024-01-15',
    '2024/1/15',
    '2024-01',
    '15-01-2024',
    '010-8888-6666',
    '一二三',
    'What is 2026?',
    'my number is 3 + 4 apples',
    '(1 + 2',
    '1 + + ',
    `${'1+'.repeat(200)}1`,
  ])('leaves %j alone', (asked) => {
    expect(arithmetic.answer(question(asked))).toBeUndefined();
  });
});
