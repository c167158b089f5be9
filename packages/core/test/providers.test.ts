import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Part } from '../src/part.ts';
import type { StreamRequest } from '../src/request.ts';
import type { StreamResult } from '../src/result.ts';
import { streamChat } from '../src/streamChat.ts';
import { bodyOf } from './createBody.ts';
import { createFakeClock } from './createFakeClock.ts';
import { readFixture } from './readFixture.ts';
import { scriptTransport, sse } from './scriptTransport.ts';

/** What a recorded stream must come to; a plain answer unless it says something else. */
interface Expected {
  readonly outcome?: StreamResult['outcome'];
  readonly text?: string;
  readonly reasoning?: string;
  readonly finishReason?: StreamResult['finishReason'];
  readonly usage?: StreamResult['usage'];
  /** Code and provider's code of the error. */
  readonly error?: readonly [code: string, providerCode?: string];
  /** Parts other than text and reasoning, in short. */
  readonly others?: readonly string[];
}

const USAGE = { promptTokens: 9, completionTokens: 4, totalTokens: 13 };
const SOURCE_A = 'source https://a.example/ A';
const WEATHER = 'tool call_a weather ready {"city":"杭州"}';

const CUT = { outcome: 'error', text: 'Spr', finishReason: null } as const;

const FIXTURES: Readonly<Record<string, Expected>> = {
  tutorial: { text: '春眠不觉晓', finishReason: null },
  'tutorial-error': { ...CUT, text: '春', error: ['api'] },
  'ling-ids': { reasoning: 'Hm.', usage: USAGE, others: [SOURCE_A] },
  'ling-error': { ...CUT, error: ['api', 'upstream_overloaded'] },
  'ling-sample': { text: '春眠', finishReason: null },
  'openai-usage-last': { text: 'Spring comes', usage: USAGE },
  'qwen-nulls': { usage: USAGE },
  'moonshot-usage-in-choice': { usage: USAGE },
  'groq-usage': { usage: USAGE },
  'vllm-running-usage': { usage: USAGE },
  'azure-first-chunk': {},
  'deepseek-reasoning': { reasoning: 'I think so.', usage: { ...USAGE, reasoningTokens: 2, cachedTokens: 8 } },
  'openrouter-reasoning': { reasoning: 'I think so.' },
  'mistral-parts': { text: 'Spring comes', reasoning: 'I think' },
  'think-inline': { text: '<think>I think</think>Spring <b' },
  'repeated-role': { text: 'Spring comes' },
  'many-choices': {},
  'minimax-last-message': { text: 'Spring comes' },
  refusal: { text: 'I can’t help.' },
  'tools-openai': { text: '', finishReason: 'tool_calls', others: [WEATHER, 'tool call_b time ready {}'] },
  'tools-empty-id': { text: '', finishReason: 'tool_calls', others: [WEATHER] },
  'tools-index-always-0': { text: '', others: [WEATHER, 'tool call_b weather ready {"city":"宁波"}'] },
  'tools-no-index': {
    text: '',
    finishReason: 'tool_calls',
    others: [WEATHER, 'tool call_b time ready {"zone":"CST"}'],
  },
  'tools-late-id-and-name': { text: '', finishReason: 'tool_calls', others: [WEATHER] },
  'tools-cut-by-length': { text: '', finishReason: 'length', others: ['tool call_a weather error undefined'] },
  'tools-prototype': { text: '', finishReason: 'tool_calls', others: ['tool call_a weather error undefined'] },
  'openrouter-error': { ...CUT, error: ['api', '429'] },
  'vllm-error': { ...CUT, error: ['api', '500'] },
  'dashscope-error': { ...CUT, error: ['api', 'InvalidParameter'] },
  'siliconflow-error': { ...CUT, error: ['api', '20012'] },
  'gemini-error-array': { ...CUT, error: ['api', '503'] },
  'fastapi-detail': { ...CUT, error: ['api'] },
  'error-text': { ...CUT, error: ['api'] },
  'error-like-an-answer': { ...CUT, error: ['api'] },
  'dashscope-moderation': { ...CUT, error: ['content_filter', 'data_inspection_failed'] },
  'finish-sensitive': { text: 'Spr', finishReason: 'content_filter' },
  'finish-network-error': { ...CUT, error: ['api', 'network_error'] },
  'finish-unknown': { finishReason: 'other' },
  'openai-annotations': { others: [SOURCE_A] },
  'perplexity-citations': {
    text: 'Spring comes',
    others: ['source https://a.example/ undefined', 'source https://b.example/ undefined'],
  },
  'dashscope-search-info': { others: [SOURCE_A] },
  'zhipu-web-search': { others: [SOURCE_A] },
  'keep-alive': {},
  crlf: { text: 'Spring 😀' },
  cr: { text: 'Spring 😀' },
  'no-done': {},
  'no-finish-reason': { finishReason: null },
  'neither-end': { ...CUT, text: 'Spring', error: ['truncated'] },
  'after-done': { finishReason: null },
  'done-without-blank-line': { finishReason: null },
  'finish-without-blank-line': { text: 'Spring comes' },
  'cut-in-json': { ...CUT, text: 'Spring', error: ['truncated'] },
  'cut-in-character': { ...CUT, text: 'Spring', error: ['truncated'] },
  'several-data-lines': { finishReason: null },
  'not-json': { ...CUT, error: ['protocol'] },
  'unknown-event': { others: ['data mood {"value":"sunny"}'] },
  'success-envelope': { others: ['data message {"code":0,"message":"success","data":null}'] },
  'ui-message': {
    reasoning: 'I think',
    others: [SOURCE_A, 'file https://a.example/a.png image/png', 'data mood "sunny"'],
  },
  'ui-message-tools': {
    text: '',
    finishReason: null,
    others: ['tool a weather output {"city":"杭州"}', 'tool b time error {"zone":"CST"}'],
  },
  'ui-message-error': { ...CUT, error: ['api'] },
  'ui-message-abort': { ...CUT, outcome: 'stopped' },
  'ui-message-truncated': { ...CUT, error: ['truncated'] },
};

describe('recorded streams', () => {
  it('are all expected to come to something', () => {
    const names = readdirSync(new URL('fixtures', import.meta.url)).map((file) => file.replace('.sse', ''));
    expect(Object.keys(FIXTURES).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(FIXTURES))('%s', async (name, expected) => {
    const result = await read(name);

    expect(summary(result)).toEqual({
      outcome: 'done',
      text: 'Spring',
      reasoning: '',
      finishReason: 'stop',
      usage: undefined,
      error: undefined,
      others: [],
      ...expected,
      ...(expected.error && { error: [expected.error[0], expected.error[1]] }),
    });
  });

  it('never quote the reply in an enumerable field of the error', async () => {
    const { error } = await read('dashscope-error');

    expect(JSON.stringify([error, error?.message, Object.entries(error ?? {})])).not.toContain('bad request');
    expect(error).toMatchObject({ providerMessage: 'bad request', requestId: 'req-7', phase: 'stream' });
  });

  it('name the run, the model and the chunk once, at the start', async () => {
    const starts = [];
    for (const name of ['ling-ids', 'openai-usage-last']) {
      const request = { url: '/', transport: scriptTransport(sse(bodyOf(readFixture(name)))).transport };
      for await (const event of streamChat(request)) if (event.type === 'start') starts.push(event);
    }

    expect(starts).toEqual([
      { type: 'start', runId: 'r-1', model: 'Ling-2.6-flash' },
      { type: 'start', id: 'chatcmpl-1', model: 'Ling-2.6-flash' },
    ]);
  });

  it('hold reasoning in think tags where the request says so', async () => {
    const { text, reasoning } = await read('think-inline', { thinkTags: true });

    expect({ text, reasoning }).toEqual({ text: 'Spring <b', reasoning: 'I think' });
  });
});

function read(name: string, options: Partial<StreamRequest> = {}): Promise<StreamResult> {
  const { transport } = scriptTransport(sse(bodyOf(readFixture(name))));
  return streamChat({ url: '/chat', transport, clock: createFakeClock(), retry: false, ...options }).result;
}

function summary({ outcome, text, reasoning, finishReason, usage, error, parts }: StreamResult): unknown {
  return {
    outcome,
    text,
    reasoning,
    finishReason,
    usage,
    error: error && [error.code, error.providerCode],
    others: parts.flatMap((part) => inShort(part)),
  };
}

function inShort(part: Part): string[] {
  switch (part.type) {
    case 'tool':
      return [`tool ${part.toolCallId} ${part.name} ${part.state} ${JSON.stringify(part.args)}`];
    case 'source':
      return [`source ${part.url} ${part.title}`];
    case 'file':
      return [`file ${part.url} ${part.mediaType}`];
    case 'data':
      return [`data ${part.name} ${JSON.stringify(part.value)}`];
    default:
      return [];
  }
}
