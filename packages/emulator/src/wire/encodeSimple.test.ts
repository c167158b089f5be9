import { describe, expect, it } from 'vitest';
import { eventsOf, play, type Ask } from '../../test/play.ts';

const RICH = { path: '/chat', headers: { 'x-ling-stream': '1' } };
const events = async (ask: Ask) => {
  const all = eventsOf((await play(undefined, ask)).text);
  return { last: all.at(-1), events: all.slice(0, -1).map((data) => JSON.parse(data)) };
};

describe('encodeSimple', () => {
  it('sends nothing but content and [DONE] to the tutorial’s client', async () => {
    const body = { model: 'Ring-1T' };
    const { events: sent, last } = await events({ path: '/chat', body, content: 'count to 2' });

    expect(sent).toEqual([{ content: '1' }, { content: ',' }, { content: ' 2' }, { content: '\n' }]);
    expect(last).toBe('[DONE]');
  });

  it('sends reasoning, finish_reason and usage to a client that asks for them', async () => {
    const { events: sent } = await events({ ...RICH, body: { model: 'Ring-1T' }, content: 'count to 2' });
    const kinds = sent.map((event) => Object.keys(event).join());

    expect([...new Set(kinds)]).toEqual(['reasoning', 'content', 'usage,finish_reason']);
    expect(sent.at(-1)).toMatchObject({ finish_reason: 'stop', usage: { completion_tokens: kinds.length - 1 } });
  });

  it('sends sources at the end', async () => {
    const { events: sent } = await events({ ...RICH, content: 'What is ling-stream?' });

    expect(sent.at(-1)?.sources?.[0]).toEqual({ url: expect.stringMatching(/^https:/), title: 'ling-stream' });
  });

  it('sends tool calls in pieces', async () => {
    const parameters = { type: 'object', properties: { city: { type: 'string' } } };
    const tools = [{ type: 'function', function: { name: 'get_weather', parameters } }];
    const { events: sent } = await events({ ...RICH, content: 'weather in Paris', body: { tools } });
    const calls = sent.flatMap((event) => event.tool_calls ?? []);

    expect(calls[0]).toEqual({ index: 0, id: expect.stringMatching(/^call_/), name: 'get_weather', arguments: '' });
    expect(
      calls
        .slice(1)
        .map((call) => call.arguments)
        .join(''),
    ).toBe('{"city":"Paris"}');
    expect(sent.at(-1)).toMatchObject({ finish_reason: 'tool_calls' });
  });
});
