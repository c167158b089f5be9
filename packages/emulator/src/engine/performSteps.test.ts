import { describe, expect, it } from 'vitest';
import type { EmulatorClock } from '../timing/clock.ts';
import { createVirtualClock } from '../timing/createVirtualClock.ts';
import { performSteps } from './performSteps.ts';
import type { Sink } from './sink.ts';
import type { Step } from './step.ts';

const write: Step = { kind: 'write', bytes: Uint8Array.from([1]) };
const wait = (ms: number): Step => ({ kind: 'wait', ms, tokens: 1 });

describe('performSteps', () => {
  it('performs steps in order', async () => {
    const { acts, sink } = createSink();

    await run([{ kind: 'head', head: { status: 200, headers: {} } }, wait(5), write, { kind: 'end' }], sink);

    expect(acts).toEqual(['head', 'write', 'end']);
  });

  it('counts a token when its wait is over', async () => {
    let tokens = 0;

    await run([wait(5), write, wait(5), wait(0)], createSink().sink, { onTokens: (more) => void (tokens += more) });

    expect(tokens).toBe(3);
  });

  it('makes up for a slow reader, so that the mean speed stays', async () => {
    const clock = createVirtualClock();
    const slow: Sink = { ...createSink().sink, write: () => clock.delay(70, new AbortController().signal) };

    await run([wait(50), write, wait(50), wait(50)], slow, { clock });

    // 50, then 70 of the reader: the second token is 20 late already, and the third comes at 150.
    expect(clock.delays).toEqual([50, 70, 30]);
  });

  it('does nothing after the client left during a wait, and counts no token', async () => {
    const leaving = new AbortController();
    const clock: EmulatorClock = { now: () => 0, delay: async () => leaving.abort() };
    const { acts, sink } = createSink();
    let tokens = 0;

    await run([wait(5), write, { kind: 'end' }], sink, {
      clock,
      signal: leaving.signal,
      onTokens: () => void (tokens += 1),
    });

    expect(acts).toEqual([]);
    expect(tokens).toBe(0);
  });

  it('takes no step more than it performs, and closes their source', async () => {
    const leaving = new AbortController();
    const sink: Sink = { ...createSink().sink, write: async () => leaving.abort() };
    let taken = 0;
    let closed = false;
    function* steps(): Generator<Step> {
      try {
        while (true) {
          taken += 1;
          yield write;
        }
      } finally {
        closed = true;
      }
    }

    await run(steps(), sink, { signal: leaving.signal });

    expect({ taken, closed }).toEqual({ taken: 2, closed: true });
  });
});

function createSink(): { readonly acts: string[]; readonly sink: Sink } {
  const acts: string[] = [];
  const sink: Sink = {
    explains: false,
    head: () => void acts.push('head'),
    write: async () => void acts.push('write'),
    end: () => void acts.push('end'),
    reset: () => void acts.push('reset'),
  };
  return { acts, sink };
}

function run(steps: Iterable<Step>, sink: Sink, more: Partial<Parameters<typeof performSteps>[1]> = {}): Promise<void> {
  const signal = new AbortController().signal;
  return performSteps(steps, { clock: createVirtualClock(), sink, signal, onTokens: () => {}, ...more });
}
