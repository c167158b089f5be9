import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { findAnswer } from './findAnswer.ts';

const answer = (asked: string, options = {}) =>
  textOf(findAnswer(question(asked).chat, 0, { seed: 1, ...options })) ?? '';

describe('findAnswer', () => {
  it.each([
    ['help', '### Ask me'],
    ['你好', '### 可以这样问我'],
    ['你会做什么？', '### 可以这样问我'],
    ['Who are you?', 'model emulator'],
    ['Show me a Markdown tour', '# A tour of Markdown'],
    ['Markdown 导览', '# Markdown 导览'],
    ['A table of the planets', '| Mercury'],
    ['二十四节气的表格', '| 春 | 立春'],
    ['Write code in six languages', '```rust'],
    ['用六种语言写一段代码', '```sql'],
    ['Show me some math', '\\frac'],
    ['来几个数学公式', '求根公式'],
    ['Write 5,000 words', '# Following the River'],
    ['写一篇 5000 字的文章', '# 沿河而行'],
    ['从 1 数到 100', '99、100'],
    ['Tell me a story', '## The Clock Mender'],
    ['讲个故事', '## 修钟的人'],
    ['Explain server-sent events with a small example', '```http'],
    ['什么是流式输出', '## 什么是 SSE'],
    ['echo: Good morning', 'Good morning'],
    ['请重复：早上好', '早上好'],
    ['Summarise our conversation', 'nothing to sum up'],
    ['How do I install ling-stream?', 'npm install'],
    ['halp', '### Ask me'],
    ['cuont to 3', '1, 2, 3'],
    ['markdwon', '# A tour of Markdown'],
    ['what can u do', '### Ask me'],
    ['what model are you', '### Ask me'],
    ['echo hello world', 'hello world'],
    ['Say hi', 'hi'],
    ['请复述今天天气很好', '今天天气很好'],
    ['数数', '9、10'],
    ['5000字', '# 沿河而行'],
    ['5,000 words please', '# Following the River'],
    ['how do i stop a stream', 'A stop is an outcome'],
    ['How do I keep my api key secret?', 'never leaves it'],
    ['thanks', 'You are welcome'],
    ['ok', 'Good.'],
    ['谢谢', '不客气'],
    ['你好吗', '我很好'],
    ['你好，what is 1+1', '**2**'],
    ['Where is your code of conduct?', 'I am the **model emulator**'],
    ['2024-01-15', 'I am the **model emulator**'],
  ])('answers %j', (asked, part) => {
    expect(answer(asked)).toContain(part);
  });

  it('says honestly that it is an emulator when no skill fits', () => {
    expect(answer('Why is the sky blue?')).toContain('You asked: “Why is the sky blue?”. I am the **model emulator**');
    expect(answer('天为什么是蓝的？')).toContain('不是真正的百灵大模型');
  });

  it('gives the same answer for the same seed, and another one for another seed', () => {
    const poems = new Set(Array.from({ length: 12 }, (_, seed) => answer('请写一首关于春天的诗', { seed })));

    expect(answer('请写一首关于春天的诗', { seed: 4 })).toBe(answer('请写一首关于春天的诗', { seed: 4 }));
    expect(poems.size).toBe(3);
  });

  it('gives another answer in another turn', () => {
    const [first, second, third] = [0, 1, 2].map((turn) =>
      textOf(findAnswer(question('请写一首关于春天的诗').chat, turn, { seed: 1 })),
    );

    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('gives the next answer when asked for another one', () => {
    const asked = ['写一首春天的诗', 'x', '再来一首', 'x', 'another one'];
    const poems = [1, 3, 5].map((size) => textOf(findAnswer(question(asked.slice(0, size)).chat, 0, { seed: 1 })));

    expect(new Set(poems).size).toBe(3);
    expect(poems.every((one) => one?.startsWith('**'))).toBe(true);
  });

  it('lets the app answer first', () => {
    expect(answer('help', { answer: 'mine' })).toBe('mine');
    expect(answer('help', { answer: () => ({ text: ['a', 'b'] }) })).toBe('ab');
    expect(answer('help', { answer: () => undefined })).toContain('### Ask me');
  });

  it('asks the skills of the app before its own', () => {
    const skill = {
      name: 'mine',
      answer: ({ text }: { text: string }) => (text === 'help' ? { text: ['mine'] } : undefined),
    };

    expect(answer('help', { skills: [skill] })).toBe('mine');
    expect(answer('count to 3', { skills: [skill] })).toBe('1, 2, 3\n');
  });
});
