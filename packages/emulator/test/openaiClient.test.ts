import OpenAI, {
  APIConnectionError,
  type APIError,
  APIUserAbortError,
  AuthenticationError,
  RateLimitError,
} from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../src/node/createEmulator.ts';
import type { EmulatorOptions } from '../src/options.ts';
import type { RequestRecord } from '../src/engine/requestRecord.ts';

const POEM = { model: 'Ling-2.6-flash', messages: [{ role: 'user' as const, content: '请写一首关于春天的诗' }] };
const COUNT = { model: 'Ling-1T', messages: [{ role: 'user' as const, content: 'count to 5' }] };
const open: Emulator[] = [];

afterEach(() => Promise.all(open.splice(0).map((emulator) => emulator.close())));

describe('the official openai client', () => {
  it('streams the poem of the tutorial', async () => {
    const { client } = await start();

    const stream = await client.chat.completions.create({ ...POEM, stream: true });

    const roles: unknown[] = [];
    const reasons: unknown[] = [];
    let text = '';
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? '';
      if (choices[0]?.delta.role) roles.push(choices[0].delta.role);
      if (choices[0]?.finish_reason) reasons.push(choices[0].finish_reason);
    }
    expect(text).toMatch(/^\*\*.+\*\*\n\n(?:.+\n){4}$/);
    expect(roles).toEqual(['assistant']);
    expect(reasons).toEqual(['stop']);
  });

  it('gets the same text at once when it does not stream', async () => {
    const { client } = await start();

    const { choices, object } = await client.chat.completions.create(COUNT);

    expect(object).toBe('chat.completion');
    expect(choices).toEqual([
      { index: 0, message: { role: 'assistant', content: '1, 2, 3, 4, 5\n' }, finish_reason: 'stop' },
    ]);
  });

  it('gets usage that adds up, in a chunk of its own when it asks for it', async () => {
    const { client, emulator } = await start();

    const stream = await client.chat.completions.create({
      ...COUNT,
      stream: true,
      stream_options: { include_usage: true },
    });

    const chunks = await collect(stream);
    const last = chunks.at(-1);
    const pieces = chunks.filter(({ choices }) => choices[0]?.delta.content).length;
    expect(last?.choices).toEqual([]);
    expect(last?.usage).toMatchObject({ completion_tokens: pieces, prompt_tokens: 7, total_tokens: 7 + pieces });
    expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
    expect(emulator.requests()[0]?.tokens).toBe(pieces);
  });

  it('gets usage beside the finish_reason when it does not say', async () => {
    const { client } = await start();
    const chunksWith = async (options: object) =>
      collect(await client.chat.completions.create({ ...COUNT, stream: true, ...options }));

    expect((await chunksWith({})).at(-1)).toMatchObject({
      choices: [{ finish_reason: 'stop' }],
      usage: { prompt_tokens: 7 },
    });
    const two = (await chunksWith({ n: 2 })).filter(({ usage }) => usage);
    expect(two).toMatchObject([{ choices: [{ index: 1 }] }]);
    expect((await chunksWith({ stream_options: { include_usage: false } })).at(-1)?.usage).toBeUndefined();
  });

  it('stops the model by leaving', async () => {
    const { client, emulator } = await start({ tokensPerSecond: 0.001, jitter: 0, ttftMs: 0 });
    const left = leaving(emulator);

    const stream = await client.chat.completions.create({ ...POEM, stream: true });
    for await (const { choices } of stream) if (choices[0]?.delta.content) break;

    // The second token is 1,000 seconds away: only a cleared timer ends the request now.
    expect(await left).toMatchObject({ tokens: 1, outcome: 'client left', question: POEM.messages[0]?.content });
  });

  it('stops the model by an AbortSignal before the first token', async () => {
    const { client, emulator } = await start({ ttftMs: 1e6, jitter: 0, tokensPerSecond: 1 });
    const left = leaving(emulator);
    const controller = new AbortController();
    emulator.onRequest(() => controller.abort());

    const asked = client.chat.completions.create(COUNT, { signal: controller.signal });

    await expect(asked).rejects.toThrow(APIUserAbortError);
    expect(await left).toMatchObject({ tokens: 0, outcome: 'client left' });
  });

  it('gets n choices, each with its own index', async () => {
    const { client } = await start();

    const { choices } = await client.chat.completions.create({ ...POEM, n: 3 });
    const stream = await client.chat.completions.create({ ...POEM, n: 3, stream: true });
    const texts = ['', '', ''];
    for await (const chunk of stream) for (const { index, delta } of chunk.choices) texts[index] += delta.content ?? '';

    expect(choices.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(texts).toEqual(choices.map(({ message }) => message.content));
    expect(new Set(texts).size).toBe(3);
  });

  it('gets no more than max_tokens, and is told so', async () => {
    const { client } = await start();

    const { choices, usage } = await client.chat.completions.create({ ...COUNT, max_tokens: 3 });

    expect(choices[0]).toMatchObject({ message: { content: '1, 2' }, finish_reason: 'length' });
    expect(usage?.completion_tokens).toBe(3);
  });

  it('gets the text before a stop sequence', async () => {
    const { client } = await start();

    const { choices } = await client.chat.completions.create({ ...COUNT, stop: [', 4', 'x'] });

    expect(choices[0]).toMatchObject({ message: { content: '1, 2, 3' }, finish_reason: 'stop' });
  });

  it('gets reasoning first from a Ring model', async () => {
    const { client } = await start();

    const stream = await client.chat.completions.create({ ...COUNT, model: 'Ring-1T', stream: true });
    const kinds = (await collect(stream)).map(({ choices }) => Object.keys(choices[0]?.delta ?? {}).at(-1));
    const { usage } = await client.chat.completions.create({ ...COUNT, model: 'Ring-1T' });

    expect([...new Set(kinds)]).toEqual(['content', 'reasoning_content', undefined]);
    expect(kinds.lastIndexOf('reasoning_content')).toBeLessThan(kinds.indexOf('content', 1));
    const reasoning = usage?.completion_tokens_details?.reasoning_tokens ?? 0;
    expect(reasoning).toBe(kinds.filter((kind) => kind === 'reasoning_content').length);
    expect(usage?.completion_tokens).toBeGreaterThan(reasoning);
  });

  it('runs a tool through its own runner', async () => {
    const { client } = await start();
    const seen: unknown[] = [];
    const parameters = {
      type: 'object' as const,
      properties: { city: { type: 'string' as const } },
      required: ['city'],
    };

    const runner = client.chat.completions.runTools({
      model: 'Ling-1T',
      stream: true,
      messages: [{ role: 'user', content: 'What is the weather in Paris and Oslo?' }],
      tools: [
        {
          type: 'function',
          function: {
            name: 'get_weather',
            description: 'Tells the weather',
            parameters,
            parse: (text: string) => JSON.parse(text),
            function: (given: unknown) => {
              seen.push(given);
              return { sky: 'clear' };
            },
          },
        },
      ],
    });

    expect(await runner.finalContent()).toContain('| sky | clear |');
    expect(seen).toEqual([{ city: 'Paris' }, { city: 'Oslo' }]);
  });

  it('lists the models and finds one', async () => {
    const { client } = await start();

    const ids = (await client.models.list()).data.map(({ id }) => id);

    expect(ids).toEqual(expect.arrayContaining(['Ling-2.6-flash', 'Ring-1T', 'Ming-flash-omni-2.0']));
    expect(await client.models.retrieve('Ling-1T')).toMatchObject({ id: 'Ling-1T', object: 'model' });
  });

  it('reads a wrong key, an unknown model and a bad body as its own errors', async () => {
    const { client } = await start({ apiKey: 'right' });
    const right = client.withOptions({ apiKey: 'right' });

    await expect(client.chat.completions.create(COUNT)).rejects.toThrow(AuthenticationError);
    await expect(right.chat.completions.create({ ...COUNT, model: 'gpt-9' })).rejects.toMatchObject({
      status: 404,
      code: 'model_not_found',
      param: 'model',
      requestID: expect.stringMatching(/^req-/),
    });
    await expect(right.chat.completions.create({ ...COUNT, messages: [] })).rejects.toMatchObject({
      status: 400,
      param: 'messages',
    });
  });

  it('is refused over the limit of requests, and told when to come back', async () => {
    const { client } = await start({ requestsPerMinute: 1 });
    await client.chat.completions.create(COUNT);

    const refused = client.chat.completions.create(COUNT);

    await expect(refused).rejects.toThrow(RateLimitError);
    await expect(refused).rejects.toSatisfy((error: APIError) => Number(error.headers?.get('retry-after')) > 50);
  });

  it('retries by itself until the fault is over', async () => {
    const { client, emulator } = await start({ fault: 'rate-limit@0*2' });

    const { choices } = await client.withOptions({ maxRetries: 2 }).chat.completions.create(COUNT);

    expect(choices[0]?.message.content).toContain('5');
    expect(emulator.requests().map(({ status }) => status)).toEqual([429, 429, 200]);
  });

  it('reads an error event midway as an error, after the text before it', async () => {
    const { client } = await start({ fault: 'error-event@3' });
    let text = '';

    const reading = (async () => {
      for await (const { choices } of await client.chat.completions.create({ ...COUNT, stream: true })) {
        text += choices[0]?.delta.content ?? '';
      }
    })();

    await expect(reading).rejects.toMatchObject({ code: 'internal_error' });
    expect(text).toBe('1, 2');
  });

  it('reads a refused connection as a connection error', async () => {
    const { client } = await start({ fault: 'refused' });

    await expect(client.chat.completions.create(COUNT)).rejects.toThrow(APIConnectionError);
  });
});

async function start(options: EmulatorOptions = {}) {
  const emulator = createEmulator({ tokensPerSecond: Infinity, ...options });
  open.push(emulator);
  const { url } = await emulator.listen();
  return { emulator, client: new OpenAI({ baseURL: `${url}/v1`, apiKey: 'any', maxRetries: 0 }) };
}

function leaving(emulator: Emulator): Promise<RequestRecord> {
  return new Promise((resolve) => {
    emulator.onRequest((record) => record.outcome === 'client left' && resolve(record));
  });
}

async function collect<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
