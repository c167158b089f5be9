import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import { FAULTS } from '../faults/faults.ts';
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
    ['What is the license of ling-stream?', 'MIT License'],
    ['What is the licence?', 'MIT License'],
    ['ling-stream 是什么许可证？', 'MIT 许可证'],
    ['Does it work with Vue?', 'ling-stream'],
    ['Is it free?', 'MIT License'],
    ['How much does ling-stream cost?', 'MIT License'],
    ['ling-stream 收费吗', 'MIT 许可证'],
    ['how do i stop a stream', 'ling-stream'],
    ['How do I keep my api key secret?', 'Security'],
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

  it('answers plainly about the licence, the price and other frameworks', () => {
    const said = (asked: string) => textOf(lingStream.answer(question(asked)));

    expect(said('What license has ling-stream?')).toContain('MIT');
    expect(said('is this free?')).toContain('costs nothing');
    expect(said('work with Vue?')).toContain('React 18.2 and 19 only');
    expect(said('how do i stop a stream')).toContain('A stop is an outcome');
  });

  it('says how many faults there are', () => {
    expect(textOf(lingStream.answer(question('Does ling-stream have an emulator?')))).toContain(
      `${FAULTS.length} faults`,
    );
    expect(textOf(lingStream.answer(question('ling-stream 有模拟器吗')))).toContain(`${FAULTS.length} 种故障`);
  });

  it.each(PASSAGES)('cites a place that exists: $file', ({ file }) => {
    const [path = '', anchor] = file.split('#');

    const text = readFileSync(`${import.meta.dirname}/../../../../${path}`, 'utf8');

    expect(anchor === undefined ? [undefined] : anchorsOf(text)).toContain(anchor);
  });

  it('introduces ling-stream when nothing fits', () => {
    expect(textOf(lingStream.answer(question('ling-stream!')))).toContain(PASSAGES[0]?.en);
  });

  it('leaves questions about other things alone', () => {
    expect(lingStream.answer(question('How do I install a window?'))).toBeUndefined();
  });
});

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(markdown: string): string[] {
  const headings = markdown.replace(/^```[^]*?^```/gm, '').match(/(?<=^#+ ).*$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
