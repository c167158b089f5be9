import { describe, expect, it } from 'vitest';
import { decodeChatRequest } from './decodeChatRequest.ts';

const HELLO = [{ role: 'user', content: 'hello' }];
const decode = (body: unknown) => decodeChatRequest(typeof body === 'string' ? body : JSON.stringify(body));
const request = (body: object) => {
  const decoded = decode({ model: 'm', messages: HELLO, ...body });
  return 'request' in decoded ? decoded.request : undefined;
};

describe('decodeChatRequest', () => {
  it.each([
    ['not json', undefined],
    ['[]', undefined],
    [{ messages: HELLO }, 'model'],
    [{ model: 7, messages: HELLO }, 'model'],
    [{ model: 'm' }, 'messages'],
    [{ model: 'm', messages: [] }, 'messages'],
    [{ model: 'm', messages: ['hello'] }, 'messages[0]'],
    [{ model: 'm', messages: [...HELLO, { role: 'robot', content: '' }] }, 'messages[1].role'],
    [{ model: 'm', messages: HELLO, temperature: 1.1 }, 'temperature'],
    [{ model: 'm', messages: HELLO, temperature: '1' }, 'temperature'],
    [{ model: 'm', messages: HELLO, top_p: 0 }, 'top_p'],
    [{ model: 'm', messages: HELLO, n: 9 }, 'n'],
    [{ model: 'm', messages: HELLO, n: 1.5 }, 'n'],
    [{ model: 'm', messages: HELLO, max_tokens: 0 }, 'max_tokens'],
    [{ model: 'm', messages: HELLO, max_tokens: 2.5 }, 'max_tokens'],
    [{ model: 'm', messages: HELLO, tools: 'x' }, 'tools'],
    [{ model: 'm', messages: HELLO, tools: ['x'] }, 'tools[0]'],
    [{ model: 'm', messages: HELLO, stop: 5 }, 'stop'],
    [{ model: 'm', messages: HELLO, stop: ['1', '2', '3', '4', '5'] }, 'stop'],
    [{ model: 'm', messages: HELLO, stop: [1] }, 'stop'],
    [{ model: 'm', messages: HELLO, stream: 'yes' }, 'stream'],
    [{ model: 'm', messages: HELLO, stream_options: 'yes' }, 'stream_options'],
    [{ model: 'm', messages: [...HELLO, { role: 'tool', content: '1' }] }, 'messages[1].tool_call_id'],
    [{ model: 'm', messages: [{ role: 'user' }] }, 'messages[0].content'],
    [{ model: 'm', messages: [{ role: 'user', content: 5 }] }, 'messages[0].content'],
    [{ model: 'm', messages: HELLO, max_completion_tokens: -1 }, 'max_completion_tokens'],
    [{ model: 'm', messages: HELLO, tools: [{ type: 'function', function: {} }] }, 'tools[0]'],
  ])('refuses %j', (body, param) => {
    const decoded = decode(body);

    expect('problem' in decoded && { status: decoded.problem.status, param: decoded.problem.param }).toEqual({
      status: 400,
      param,
    });
  });

  it('takes an assistant message that only called a tool', () => {
    const called = { role: 'assistant', content: null, tool_calls: [] };

    expect(request({ messages: [...HELLO, called], stop: ['1', '2', '3', '4'] })?.messages).toHaveLength(2);
  });

  it('knows the defaults', () => {
    expect(request({ temperature: null })).toEqual({
      model: 'm',
      messages: [{ role: 'user', text: 'hello', toolCalls: [], toolCallId: undefined }],
      stream: false,
      includeUsage: undefined,
      n: 1,
      maxTokens: Infinity,
      stop: [],
      tools: [],
      toolChoice: { kind: 'auto' },
      seed: undefined,
      thinking: undefined,
      json: undefined,
    });
  });

  it('uses a default model only where one is given', () => {
    expect(decodeChatRequest(JSON.stringify({ messages: HELLO }), 'Ling-1T')).toMatchObject({
      request: { model: 'Ling-1T' },
    });
  });

  it('takes the text of a list of parts and leaves pictures out', () => {
    const content = [
      { type: 'text', text: 'one' },
      { type: 'image_url', image_url: { url: 'x' } },
      { type: 'text', text: 'two' },
    ];

    expect(request({ messages: [{ role: 'user', content }] })?.messages[0]?.text).toBe('one\ntwo');
  });

  it('takes one stop sequence or several', () => {
    expect(request({ stop: 'a' })?.stop).toEqual(['a']);
    expect(request({ stop: ['a', '', 'b'] })?.stop).toEqual(['a', 'b']);
    expect(request({ stop: null })?.stop).toEqual([]);
  });

  it('prefers max_completion_tokens', () => {
    expect(request({ max_tokens: 5, max_completion_tokens: 3 })?.maxTokens).toBe(3);
  });
});
