import type { Attributes, Histogram, Meter, Span, Tracer } from '@opentelemetry/api';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { memoryRunStore } from '../src/memoryRunStore.ts';
import type { Telemetry, TelemetrySpan } from '../src/telemetry.ts';
import type { TurnRecord } from '../src/turnRecord.ts';
import { answer, eventStream, openAnswer, setUp } from './setUp.ts';
import { turnOfLoop } from './turnOfLoop.ts';

const USAGE = '{"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}';
const WHOLE = `data: {"reasoning":"Hm"}\n\ndata: {"content":"Hi"}\n\ndata: ${USAGE}\n\ndata: {"finish_reason":"stop"}\n\n`;

describe('onTurn', () => {
  it('hears of a finished turn once, with all of it', async () => {
    const { turns, ask } = recorded({ authorize: () => 'user-1' }, () => eventStream(WHOLE));
    const response = await ask({ messages: [{ role: 'user', content: 'Hello' }] });
    await response.text();

    expect(turns).toEqual([
      {
        requestId: response.headers.get('x-request-id'),
        runId: undefined,
        user: 'user-1',
        model: 'Ling-2.6-flash',
        messages: [{ role: 'user', content: 'Hello' }],
        outcome: 'done',
        text: 'Hi',
        reasoning: 'Hm',
        parts: [expect.objectContaining({ text: 'Hm' }), expect.objectContaining({ text: 'Hi' })],
        finishReason: 'stop',
        usage: expect.objectContaining({ promptTokens: 3, completionTokens: 2 }),
        error: undefined,
        durationMs: expect.any(Number),
      },
    ]);
  });

  it('hears once of a turn whose reader left, with what there was', async () => {
    const model = openAnswer();
    const { turns, ask } = recorded({}, () => model.response);
    const reader = (await ask()).body?.getReader();
    model.write('Half');
    await reader?.read();
    await reader?.cancel();
    model.write('of it');
    model.end();
    await turnOfLoop(3);

    expect(turns).toMatchObject([{ outcome: 'stopped', text: 'Half', error: undefined }]);
  });

  it('hears once of a turn that was stopped twice, and left', async () => {
    const model = openAnswer();
    const { turns, ask, handler } = recorded({ store: memoryRunStore() }, () => model.response);
    const response = await ask({ runId: 'r-1' });
    model.write('Half');
    await turnOfLoop(3);
    for (let time = 0; time < 2; time += 1) {
      await handler(new Request('https://app.example/chat/runs/r-1', { method: 'DELETE' }));
    }
    await response.body?.cancel();
    await turnOfLoop(3);

    expect(turns).toMatchObject([{ runId: 'r-1', outcome: 'stopped', text: 'Half' }]);
  });

  it('hears once of a turn that failed, and of none that was refused here', async () => {
    const { turns, ask } = recorded({}, () => eventStream('data: {"content":"Half"}\n\n'));
    await (await ask()).text();
    await ask({ messages: [] });

    expect(turns).toMatchObject([{ outcome: 'error', text: 'Half', error: { code: 'truncated', retryable: true } }]);
  });

  it('may throw, and the log has its name only', async () => {
    const warn = vi.fn<(fields: object) => void>();
    const onTurn = () => Promise.reject(new RangeError('my secret'));
    const { ask } = setUp({ onTurn, logger: { info() {}, warn } });

    expect(await (await ask()).text()).toContain('[DONE]');
    await turnOfLoop();
    expect(warn.mock.calls).toMatchObject([[{ error: 'RangeError' }, 'onTurn threw']]);
    expect(JSON.stringify(warn.mock.calls)).not.toContain('secret');
  });
});

describe('health', () => {
  it('counts turns, refusals and tokens', async () => {
    const replies = [() => eventStream(WHOLE), () => openAnswer().response, () => new Response('', { status: 401 })];
    const { ask, handler } = setUp({}, () => replies.shift()?.() ?? answer('Hi'));
    await (await ask()).text();
    const open = await ask();
    await ask();
    await ask({ messages: [] });

    expect(handler.health()).toEqual({
      status: 'ok',
      active: 1,
      started: 3,
      done: 1,
      stopped: 0,
      errors: { upstream_auth: 1, invalid_messages: 1 },
      tokens: { input: 3, output: 2 },
    });
    await open.body?.cancel();
    expect(handler.health()).toMatchObject({ active: 0, stopped: 1 });
  });
});

describe('shutdown', () => {
  it('takes no questions, lets answers finish, and waits until they are kept', async () => {
    const model = openAnswer();
    let keep = (): void => {};
    const onTurn = () => new Promise<void>((resolve) => (keep = resolve));
    const { ask, handler } = setUp({ onTurn }, () => model.response);
    const response = await ask();
    let isDown = false;
    const down = handler.shutdown().then(() => (isDown = true));

    const refused = await ask();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(handler.health().status).toBe('draining');
    model.write('All');
    model.end();
    expect(await response.text()).toContain('[DONE]');
    await turnOfLoop(3);
    expect(isDown).toBe(false);
    keep();
    await down;
  });

  it('ends what has not finished in time with an error, and the model', async () => {
    const { ask, handler, sent } = setUp({ store: memoryRunStore() }, () => openAnswer().response);
    const texts = [await ask(), await ask({ runId: 'r-1' })].map((response) => response.text());
    await handler.shutdown(1);

    for (const text of await Promise.all(texts)) {
      expect(JSON.parse(text.slice('data: '.length))).toMatchObject({
        error: { code: 'server_shutdown', retryable: true },
      });
    }
    expect(sent.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });

  it('tells who waits for the model that it is over', async () => {
    const { ask, handler } = setUp({}, () => new Promise<Response>(() => {}));
    const asked = ask();
    await turnOfLoop();
    await handler.shutdown(1);

    expect((await asked).status).toBe(503);
  });
});

describe('telemetry', () => {
  it('speaks OpenTelemetry’s conventions for generative AI, and never says what was said', async () => {
    const told: unknown[] = [];
    const replies = [() => eventStream(WHOLE), () => new Response('', { status: 401 })];
    const { ask } = setUp({ telemetry: createListener(told) }, () => replies.shift()?.() ?? answer('Hi'));
    await (await ask()).text();
    await ask();

    const asked = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'Ling-2.6-flash' };
    const failed = { 'error.type': 'upstream_auth' };
    expect(told).toEqual([
      ['span', 'chat Ling-2.6-flash', { kind: 2, attributes: asked }],
      ['gen_ai.client.operation.time_to_first_chunk', 's', asked],
      ['gen_ai.client.operation.duration', 's', asked],
      ['gen_ai.client.token.usage', '{token}', { ...asked, 'gen_ai.token.type': 'input' }, 3],
      ['gen_ai.client.token.usage', '{token}', { ...asked, 'gen_ai.token.type': 'output' }, 2],
      [
        'attributes',
        {
          'gen_ai.response.finish_reasons': ['stop'],
          'gen_ai.usage.input_tokens': 3,
          'gen_ai.usage.output_tokens': 2,
        },
      ],
      ['end'],
      ['span', 'chat Ling-2.6-flash', { kind: 2, attributes: asked }],
      ['gen_ai.client.operation.duration', 's', { ...asked, ...failed }],
      ['attributes', failed],
      ['status', { code: 2 }],
      ['end'],
    ]);
  });

  it('takes what OpenTelemetry’s API hands out', () => {
    expectTypeOf<{ tracer: Tracer; meter: Meter }>().toExtend<Telemetry>();
    expectTypeOf<Span>().toExtend<TelemetrySpan>();
    expectTypeOf<Histogram['record']>().toBeCallableWith(1, { name: 'value' });
  });
});

/** Writes down what it is told; of durations only that there is one. */
function createListener(told: unknown[]): Telemetry {
  const span: TelemetrySpan = {
    setAttributes: (attributes) => told.push(['attributes', attributes]),
    setStatus: (status) => told.push(['status', status]),
    end: () => void told.push(['end']),
  };
  return {
    tracer: {
      startSpan(name, options) {
        told.push(['span', name, options]);
        return span;
      },
    },
    meter: {
      createHistogram: (name, { unit }) => ({
        record: (value, attributes: Attributes) =>
          void told.push([name, unit, attributes, ...(unit === 's' ? [] : [value])]),
      }),
    },
  };
}

function recorded(options: Parameters<typeof setUp>[0] = {}, reply?: Parameters<typeof setUp>[1]) {
  const turns: TurnRecord[] = [];
  return { turns, ...setUp({ ...options, onTurn: (turn) => void turns.push(turn) }, reply) };
}
