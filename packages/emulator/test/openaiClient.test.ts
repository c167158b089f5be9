import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../src/node/createEmulator.ts';

let emulator: Emulator;
let client: OpenAI;

beforeEach(async () => {
  emulator = createEmulator({ tokensPerSecond: Infinity });
  const { url } = await emulator.listen();
  client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'any', maxRetries: 0 });
});

afterEach(() => emulator.close());

describe('the emulator with the official openai client', () => {
  it('streams the poem of the tutorial', async () => {
    const stream = await client.chat.completions.create({
      model: 'Ling-2.6-flash',
      messages: [{ role: 'user', content: '请写一首关于春天的诗' }],
      stream: true,
    });

    let text = '';
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';

    expect(text).toContain('春');
  });

  it('stops generating when the client stops reading', async () => {
    const stream = await client.chat.completions.create(
      { model: 'Ling-2.6-flash', messages: [{ role: 'user', content: '写首诗' }], stream: true },
      { headers: { 'x-ling-timing': 'ttft=0, tps=0.001, jitter=0' } },
    );
    const left = new Promise((resolve) => {
      emulator.onRequest((record) => record.outcome === 'client left' && resolve(record));
    });
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta.content) break;
    }

    expect(await left).toMatchObject({ tokens: 1, outcome: 'client left', question: '写首诗' });
  });
});
