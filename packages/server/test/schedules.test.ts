import type { StreamResult } from '@ling-stream/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryRunStore } from '../src/memoryRunStore.ts';
import type { RunEvent, RunStore } from '../src/runStore.ts';
import type { TurnRecord } from '../src/turnRecord.ts';
import { createClient } from './createClient.ts';
import { createCuttableLine } from './createCuttableLine.ts';
import { openAnswer, setUp } from './setUp.ts';
import { turnOfLoop } from './turnOfLoop.ts';

const STEPS = ['word', 'cut', 'join', 'ask again', 'stop', 'break', 'end', 'wait'] as const;
type Step = (typeof STEPS)[number];

/** Words and cuts are what most of a life is made of. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Step>('word') },
  { weight: 4, arbitrary: fc.constantFrom<Step>('cut', 'wait') },
  { weight: 1, arbitrary: fc.constantFrom(...STEPS) },
);

describe('any schedule of words, cuts, joins, stops and failures', () => {
  it('shows each reader what the server logged and no more, and asks the model once', async () => {
    const schedule = fc.array(fc.tuple(step, fc.nat(1), fc.nat(3)), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        const { shown, log, turns, generations, isStoppedFirst } = await play(steps);
        const text = log.map(({ data }) => contentOf(data)).join('');
        const end = log.at(-1)?.end;

        expect(generations).toBeLessThanOrEqual(1);
        expect(turns).toHaveLength(1);
        expect(turns[0]).toMatchObject({ text, outcome: end });
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
        expect(log.filter((event) => event.end !== undefined)).toHaveLength(1);
        expect(isStoppedFirst ? end : 'stopped').toBe('stopped');
        for (const { result, seen } of shown) {
          expect(result.text).toBe(seen);
          expect(text.startsWith(seen)).toBe(true);
          // Whoever says that it was all, or that somebody stopped it, has shown all of it.
          const isCut = result.outcome === 'error';
          expect([result.outcome, seen]).toEqual(isCut ? ['error', seen] : [end, text]);
        }
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  }, 60_000);
});

interface Shown {
  readonly result: StreamResult;
  readonly seen: string;
}

/** Plays a schedule against two server processes that share a store. */
async function play(steps: readonly (readonly [Step, number, number])[]) {
  const store = memoryRunStore();
  const model = openAnswer();
  const turns: TurnRecord[] = [];
  const servers = [0, 1].map(() => setUp({ store, onTurn: (turn) => void turns.push(turn) }, () => model.response));
  let route = 0;
  const handler = (request: Request) => (servers[route] ?? setUp()).handler(request);
  const lines: ReturnType<typeof createCuttableLine>[] = [];
  const shown: Promise<Shown>[] = [];
  let words = 0;
  let isStoppedFirst = false;
  let hasEnded = false;

  function read(after?: string): void {
    const line = createCuttableLine();
    lines.push(line);
    const chat = createClient(handler, line.line).stream({ resume: { runId: 'r-1', after } });
    let seen = '';
    chat.listen({
      events(events) {
        for (const event of events) if (event.type === 'text') seen += event.text;
      },
      end() {},
    });
    shown.push(chat.result.then((result) => ({ result, seen })));
  }

  const acts: Record<Step, () => unknown> = {
    word: () => model.write(`${(words += 1)} `),
    cut: () => lines[words % lines.length]?.cut(),
    join: () => read(''),
    'ask again': () => read(),
    async stop() {
      const response = await handler(new Request('https://app.example/chat/runs/r-1', { method: 'DELETE' }));
      expect(response.status).toBe(204);
      const before = await logOf(store);
      model.write('never ');
      await turnOfLoop(3);
      expect(await logOf(store)).toEqual(before);
    },
    // Before its first word a model is asked again, as any passing failure is.
    break: () => words > 0 && model.fail(),
    end: () => model.end(),
    wait: () => turnOfLoop(3),
  };

  read();
  await turnOfLoop(2);
  for (const [name, server, turnsToWait] of steps) {
    route = server;
    if (name === 'stop' && !hasEnded) isStoppedFirst = true;
    hasEnded ||= name === 'stop' || name === 'break' || name === 'end';
    await acts[name]();
    await turnOfLoop(turnsToWait);
  }
  model.end();
  const results = await Promise.all(shown);
  await turnOfLoop(3);
  const generations = servers.reduce((sum, { sent }) => sum + sent.length, 0);
  return { shown: results, log: await logOf(store), turns, generations, isStoppedFirst };
}

/** What is logged now. */
async function logOf(store: RunStore): Promise<readonly RunEvent[]> {
  const away = new AbortController();
  const log: RunEvent[] = [];
  for await (const events of store.read('r-1', 0, away.signal)) {
    log.push(...events);
    away.abort();
  }
  return log;
}

function contentOf(data: string): string {
  return data === '[DONE]' ? '' : String((JSON.parse(data) as { readonly content?: string }).content ?? '');
}
