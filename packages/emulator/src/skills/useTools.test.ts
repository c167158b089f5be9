import { describe, expect, it } from 'vitest';
import { question, textOf } from '../../test/ask.ts';
import type { Question } from './skill.ts';
import { useTools } from './useTools.ts';

const CITY = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const tool = (name: string, description = '', parameters: object = CITY) => ({
  type: 'function',
  function: { name, description, parameters },
});
const WEATHER = tool('get_weather', 'Tells the weather of a city');
const CLOCK = tool('current_time', 'Tells what o’clock it is', { type: 'object', properties: {} });
const asked = (text: string, body: object = { tools: [WEATHER, CLOCK] }) => calls(question(text, body));
const calls = (about: Question) =>
  useTools.answer(about)?.toolCalls?.map((call) => [call.name, JSON.parse(call.arguments)]);

describe('useTools', () => {
  it('calls the tool the question mentions, with the place it names', () => {
    expect(asked('What is the weather in Paris?')).toEqual([['get_weather', { city: 'Paris' }]]);
  });

  it('calls several tools at once', () => {
    expect(asked('weather in Oslo, and the current time please')).toEqual([
      ['get_weather', { city: 'Oslo' }],
      ['current_time', {}],
    ]);
  });

  it('calls a tool for each place', () => {
    expect(asked('How is the weather in Paris, New York and Berlin today?')).toEqual([
      ['get_weather', { city: 'Paris' }],
      ['get_weather', { city: 'New York' }],
      ['get_weather', { city: 'Berlin' }],
    ]);
  });

  it('understands a Chinese description', () => {
    const tools = [tool('lookup', '查询某个城市的天气')];

    expect(asked('北京和上海的天气怎么样？', { tools })).toEqual([
      ['lookup', { city: '北京' }],
      ['lookup', { city: '上海' }],
    ]);
  });

  it('calls no tool for another question', () => {
    expect(asked('Write a poem')).toBeUndefined();
    expect(asked('What is the weather in Paris?', {})).toBeUndefined();
  });

  it('obeys tool_choice', () => {
    const tools = [WEATHER, CLOCK];

    expect(asked('What is the weather in Paris?', { tools, tool_choice: 'none' })).toBeUndefined();
    expect(asked('Write a poem', { tools, tool_choice: 'required' })?.[0]?.[0]).toBe('get_weather');
    const named = { type: 'function', function: { name: 'current_time' } };
    expect(asked('What is the weather in Paris?', { tools, tool_choice: named })).toEqual([['current_time', {}]]);
  });

  it('tells in the second turn what the tool answered', () => {
    const call = { id: 'call_1', type: 'function', function: { name: 'get_weather', arguments: '{"city":"Paris"}' } };
    const messages = [
      { role: 'user', content: 'What is the weather in Paris?' },
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: 'call_1', content: '{"sky":"clear | blue","degrees":21}' },
    ];
    const answer = useTools.answer(question('', { messages, tools: [WEATHER] }));

    expect(answer?.toolCalls).toBeUndefined();
    const text = textOf(answer);
    expect(text).toContain('The tool `get_weather`, called with `{"city":"Paris"}`, answered:');
    expect(text).toContain('| sky | clear \\| blue |\n| degrees | 21 |\n');
  });
});
