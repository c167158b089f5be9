import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../test/createFakeClock.ts';
import type { StreamEvent } from '../event.ts';
import { type Answer, createAnswer } from './createAnswer.ts';

describe('createAnswer', () => {
  it('joins pieces of the same kind, and begins another part with another kind', () => {
    const { answer, add } = create();
    const news = [
      add({ type: 'reasoning', text: 'H' }),
      add({ type: 'reasoning', text: 'm.' }),
      add({ type: 'text', text: 'a' }),
      add({ type: 'refusal', text: 'b' }),
      add({ type: 'reasoning', text: 'So.' }),
    ];

    expect(news).toEqual([true, false, true, false, true]);
    expect(answer.snapshot()).toMatchObject({ text: 'ab', reasoning: 'Hm.So.' });
    expect(answer.snapshot().parts).toMatchObject([
      { type: 'reasoning', text: 'Hm.', state: 'done' },
      { type: 'text', text: 'ab', state: 'done' },
      { type: 'reasoning', text: 'So.', state: 'streaming' },
    ]);
  });

  it('says how long the model reasoned', () => {
    const { answer, add, clock } = create();
    add({ type: 'reasoning', text: 'H' });
    clock.advance(2_000);
    add({ type: 'reasoning', text: 'm.' });
    clock.advance(500);
    add({ type: 'text', text: 'a' });

    expect(answer.snapshot().parts[0]).toEqual({ type: 'reasoning', text: 'Hm.', state: 'done', durationMs: 2_000 });
  });

  it('gives the same list, and the same parts, until something changes', () => {
    const { answer, add } = create();
    add({ type: 'reasoning', text: 'Hm.' });
    add({ type: 'text', text: 'a' });
    const before = answer.snapshot().parts;
    add({ type: 'usage', usage: { promptTokens: 1, completionTokens: 1, totalTokens: 2 } });
    expect(answer.snapshot().parts).toBe(before);

    add({ type: 'text', text: 'b' });
    const after = answer.snapshot().parts;
    expect(after).not.toBe(before);
    expect(after[0]).toBe(before[0]);
    expect(before[1]).toMatchObject({ text: 'a' });
  });

  it('lets text go on around its sources, each of which counts once', () => {
    const { answer, add } = create();
    add({ type: 'text', text: 'a' });
    for (const url of ['https://a.example/', 'https://b.example/', 'https://a.example/']) add({ type: 'source', url });
    add({ type: 'text', text: 'b' });

    expect(answer.snapshot().parts).toEqual([
      { type: 'text', text: 'ab', state: 'streaming' },
      { type: 'source', url: 'https://a.example/' },
      { type: 'source', url: 'https://b.example/' },
    ]);
  });

  it('keeps files, data and tool calls where they came', () => {
    const { answer, add } = create();
    add({ type: 'text', text: 'a' });
    add({ type: 'file', url: 'https://a.example/a.png', mediaType: 'image/png' });
    add({ type: 'text', text: 'b' });
    add({ type: 'data', name: 'mood', value: 'sunny' });
    add({ type: 'text', text: 'c' });
    add({ type: 'tool-call', index: 0, argumentsDelta: '' });
    add({ type: 'text', text: 'd' });

    const types = answer.snapshot().parts.map(({ type }) => type);
    expect(types).toEqual(['text', 'file', 'text', 'data', 'text', 'tool', 'text']);
  });

  it.each(['stop', 'tool_calls', null] as const)(
    'takes a tool call for complete when the model ends with %s',
    (reason) => {
      const { answer, add } = create();
      add({ type: 'tool-call', index: 0, id: 'a', name: 'weather', argumentsDelta: '{"city":' });
      add({ type: 'tool-call', index: 0, name: 'weather', argumentsDelta: '"杭州"}' });
      expect(answer.snapshot().parts).toEqual([
        { type: 'tool', toolCallId: 'a', name: 'weather', argsText: '{"city":"杭州"}', state: 'args' },
      ]);

      add({ type: 'finish', reason });
      expect(answer.snapshot().parts).toMatchObject([{ state: 'ready', args: { city: '杭州' } }]);
      add({ type: 'tool-call', index: 0, argumentsDelta: 'late' });
      expect(answer.snapshot().parts).toMatchObject([{ state: 'ready', argsText: '{"city":"杭州"}' }]);
    },
  );

  it.each(['length', 'content_filter', 'error', 'other'] as const)(
    'takes no tool call for complete when the model ends with %s',
    (reason) => {
      const { answer, add } = create();
      add({ type: 'tool-call', index: 0, argumentsDelta: '{}' });
      add({ type: 'finish', reason });
      answer.close(true);
      expect(answer.snapshot().parts).toMatchObject([{ toolCallId: 'call_0', state: 'error' }]);
      expect(answer.snapshot().parts[0]).not.toHaveProperty('args');
    },
  );

  it('takes the end mark alone for the end of tool calls, and a break for none', () => {
    for (const isComplete of [true, false]) {
      const { answer, add } = create();
      add({ type: 'tool-call', index: 0, argumentsDelta: '' });
      answer.close(isComplete);
      expect(answer.snapshot().parts).toMatchObject([{ state: isComplete ? 'ready' : 'error' }]);
    }
  });

  it.each([
    '{"city":',
    '{"__proto__":{"admin":true}}',
    '{"a":[{"__proto__":1}]}',
    '{"constructor":{"prototype":{"admin":true}}}',
    '['.repeat(100_000),
  ])('refuses the arguments %.40s', (argumentsDelta) => {
    const { answer, add } = create();
    add({ type: 'tool-call', index: 0, argumentsDelta });
    add({ type: 'finish', reason: 'tool_calls' });

    expect(answer.snapshot().parts).toMatchObject([{ state: 'error', error: 'The arguments are not valid JSON.' }]);
  });

  it('keeps harmless arguments that look alike', () => {
    const { answer, add } = create();
    add({ type: 'tool-call', index: 0, argumentsDelta: '{"constructor":"x","prototype":1}' });
    add({ type: 'finish', reason: 'tool_calls' });

    expect(answer.snapshot().parts).toMatchObject([{ args: { constructor: 'x', prototype: 1 } }]);
  });

  it('gives the output of a tool to its call', () => {
    const { answer, add } = create();
    for (const id of ['a', 'b']) add({ type: 'tool-call', index: id === 'a' ? 0 : 1, id, argumentsDelta: '{}' });
    add({ type: 'tool-output', id: 'a', output: { sky: 'clear' } });
    add({ type: 'tool-output', id: 'b', error: 'no clock' });
    answer.close(false);

    expect(answer.snapshot().parts).toMatchObject([
      { state: 'output', args: {}, output: { sky: 'clear' } },
      { state: 'error', args: {}, error: 'no clock' },
    ]);
  });

  it('ends every part at the end, and remembers reason and usage', () => {
    const { answer, add } = create();
    const usage = { promptTokens: 1, completionTokens: 2, totalTokens: 3 };
    add({ type: 'text', text: 'a' });
    add({ type: 'finish', reason: 'length' });
    add({ type: 'usage', usage });
    answer.close(false);

    expect(answer.snapshot()).toMatchObject({ finishReason: 'length', usage, parts: [{ state: 'done' }] });
  });
});

function create(): { answer: Answer; add: (event: StreamEvent) => boolean; clock: ReturnType<typeof createFakeClock> } {
  const clock = createFakeClock();
  const answer = createAnswer(clock);
  return { answer, add: answer.add, clock };
}
