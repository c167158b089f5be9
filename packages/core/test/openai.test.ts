import { readFileSync } from 'node:fs';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import type { StreamResult } from '../src/result.ts';
import { streamChat } from '../src/streamChat.ts';
import { asObject, asText } from '../src/wire/json.ts';
import { bodyOf } from './createBody.ts';
import { createFakeClock } from './createFakeClock.ts';
import { scriptTransport, sse } from './scriptTransport.ts';

/** Streams recorded from the emulator. */
const RECORDINGS = ['answer', 'reasoning', 'tool'];

type Reading = Pick<StreamResult, 'text' | 'reasoning' | 'finishReason'> & {
  readonly usage: readonly (number | undefined)[];
  readonly tools: readonly (readonly [string, string, string])[];
};

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };

describe('a recorded answer', () => {
  it.each(RECORDINGS)('%s is read as the openai SDK reads it', async (name) => {
    const bytes = readFileSync(new URL(`recordings/${name}.sse`, import.meta.url));
    const ours = await readOurs(bytes);

    expect(ours).toEqual(await readTheirs(bytes));
    expect(ours.text + ours.tools.join('')).not.toBe('');
  });
});

async function readOurs(bytes: Uint8Array): Promise<Reading> {
  const { transport } = scriptTransport(sse(bodyOf(bytes)));
  const result = await streamChat({ url: '/chat', transport, clock: createFakeClock() }).result;
  const { text, reasoning, finishReason, usage, parts } = result;
  const tools = parts.flatMap((part) =>
    part.type === 'tool' ? [[part.toolCallId, part.name, part.argsText] as const] : [],
  );
  return { text, reasoning, finishReason, usage: [usage?.promptTokens, usage?.completionTokens], tools };
}

async function readTheirs(bytes: Uint8Array): Promise<Reading> {
  const headers = { 'content-type': 'text/event-stream' };
  const client = new OpenAI({ apiKey: 'none', fetch: async () => new Response(bodyOf(bytes), { headers }) });
  const stream = await client.chat.completions.create({ model: 'm', messages: [], stream: true });
  const reading: Mutable<Omit<Reading, 'usage' | 'tools'>> = { text: '', reasoning: '', finishReason: null };
  let usage: Reading['usage'] = [undefined, undefined];
  const tools: [string, string, string][] = [];
  for await (const chunk of stream) {
    const [choice] = chunk.choices;
    reading.text += choice?.delta.content ?? '';
    // Not of OpenAI, so not among the SDK's types.
    reading.reasoning += asText(asObject(choice?.delta)['reasoning_content']) ?? '';
    for (const { index, id, function: called } of choice?.delta.tool_calls ?? []) {
      const [knownId = '', knownName = '', text = ''] = tools[index] ?? [];
      tools[index] = [id ?? knownId, called?.name ?? knownName, text + (called?.arguments ?? '')];
    }
    if (choice?.finish_reason === 'stop' || choice?.finish_reason === 'tool_calls')
      reading.finishReason = choice.finish_reason;
    if (chunk.usage) usage = [chunk.usage.prompt_tokens, chunk.usage.completion_tokens];
  }
  return { ...reading, usage, tools };
}
