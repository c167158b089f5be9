import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { lingStream } from './lingStream.ts';
import { PASSAGES } from './words/passages.ts';

const sourcesOf = (asked: string) => lingStream.answer(question(asked))?.sources?.map(({ title }) => title);

describe('lingStream', () => {
  it.each([
    ['What is ling-stream?', 'ling-stream'],
    ['How do I install ling-stream?', 'ling-stream'],
    ['What does useLingStream return?', '@ling-stream/react'],
    ['how does useLingChat keep its history', '@ling-stream/chat'],
    ['How do I theme the ChatWindow in dark colours?', '@ling-stream/chat-window'],
    ['Does ling-stream work with Express on the server?', '@ling-stream/server'],
    ['ling-stream 出错了会重试吗？', '@ling-stream/core 文档'],
    ['这个库有模拟器吗', '@ling-stream/emulator 文档'],
  ])('answers %j from its source', (asked, title) => {
    expect(sourcesOf(asked)).toContain(title);
  });

  it('cites in the text what it gives as a source', () => {
    const answer = lingStream.answer(question('What is ling-stream?'));

    expect(textOf(answer)).toContain(`[[1]](${answer?.sources?.[0]?.url})`);
  });

  it('cites two sources at most, the better one first', () => {
    expect(sourcesOf('How does ling-stream retry after a timeout, and does a stop lose text?')).toHaveLength(2);
    expect(sourcesOf('ling-stream retry timeout stop')?.[0]).toBe('@ling-stream/core');
  });

  it('introduces ling-stream when nothing fits', () => {
    expect(textOf(lingStream.answer(question('ling-stream!')))).toContain(PASSAGES[0]?.en);
  });

  it('leaves questions about other things alone', () => {
    expect(lingStream.answer(question('How do I install a window?'))).toBeUndefined();
  });
});
