import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { act, cleanup, render, renderHook } from '@testing-library/react';
import { Component, type ReactNode, Suspense, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scriptedTransport } from '../test/scriptedTransport.ts';
import { useLingStream, type UseLingStreamResult } from './useLingStream.ts';

const CYCLES = 10_000;
const KEPT_PER_CYCLE_BYTES = 100;

afterEach(cleanup);

describe('useLingStream over the life of its component', () => {
  it('hydrates what the server rendered without a word', async () => {
    const complaints = vi.spyOn(console, 'error');
    const Status = () => {
      const { status, text } = useLingStream({ endpoint: '/chat' });
      return <p>{`${status}${text}`}</p>;
    };
    const container = document.createElement('div');
    container.append(document.createElement('p'));
    container.querySelector('p')?.append('idle');
    expect(renderToString(<Status />)).toBe('<p>idle</p>');

    await act(async () => void hydrateRoot(container, <Status />));

    expect(container.textContent).toBe('idle');
    expect(complaints).not.toHaveBeenCalled();
  });

  it('goes on while a sibling suspends', async () => {
    const endpoint = scriptedTransport();
    const seen: { stream?: UseLingStreamResult } = {};
    const Answer = () => {
      const stream = useLingStream({ endpoint: '/chat', transport: endpoint.transport, buffer: 'immediate' });
      useEffect(() => void (seen.stream = stream));
      return stream.text;
    };
    const later = pending();
    const app = (isWaiting: boolean) => (
      <Suspense fallback="…">
        <Answer />
        {isWaiting && <Waiting on={later} />}
      </Suspense>
    );
    const view = render(app(false));
    await act(async () => void seen.stream?.start('Hello'));
    await act(() => endpoint.send('a'));

    view.rerender(app(true));
    await act(() => endpoint.send('b'));
    await act(async () => later.resolve());

    expect(view.container.textContent).toBe('ab');
    expect(endpoint.requests).toHaveLength(1);
    expect(endpoint.requests[0]?.signal.aborted).toBe(false);
  });

  it('stops when an error boundary takes its component away', async () => {
    const endpoint = scriptedTransport();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const seen: { stream?: UseLingStreamResult } = {};
    const Fragile = ({ isBroken }: { readonly isBroken: boolean }) => {
      const stream = useLingStream({ endpoint: '/chat', transport: endpoint.transport });
      useEffect(() => void (seen.stream = stream));
      if (isBroken) throw new Error('broken');
      return null;
    };
    const view = render(
      <Boundary>
        <Fragile isBroken={false} />
      </Boundary>,
    );
    await act(async () => void seen.stream?.start('Hello'));

    view.rerender(
      <Boundary>
        <Fragile isBroken />
      </Boundary>,
    );
    await act(() => new Promise((resolve) => setTimeout(resolve)));

    expect(endpoint.requests[0]?.signal.aborted).toBe(true);
  });

  it(`keeps nothing of ${CYCLES} streams that were started and aborted`, async () => {
    const hook = renderHook(() => useLingStream({ endpoint: '/chat', transport: neverAnswers }));
    const cycle = (times: number) =>
      act(async () => {
        for (let count = 0; count < times; count += 1) {
          const ended = hook.result.current.start('Hello');
          hook.result.current.abort();
          await ended;
        }
      });
    await cycle(1_000); // what is made once is made now

    const before = await heapBytes();
    await cycle(CYCLES);
    const after = await heapBytes();

    expect((after - before) / CYCLES).toBeLessThan(KEPT_PER_CYCLE_BYTES);
  });
});

const neverAnswers = (): Promise<never> => new Promise(() => {});

async function heapBytes(): Promise<number> {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

interface Pending {
  isOver: boolean;
  readonly promise: Promise<void>;
  resolve(): void;
}

function pending(): Pending {
  const made: Pending = { isOver: false, promise: new Promise((settle) => (resolve = settle)), resolve: () => {} };
  return Object.assign(made, {
    resolve() {
      made.isOver = true;
      resolve();
    },
  });
}
let resolve = (): void => {};

/** Suspends by throwing a promise, which React 18 understands as well. */
function Waiting({ on }: { readonly on: Pending }): ReactNode {
  if (!on.isOver) throw on.promise;
  return null;
}

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { isBroken: false };
  static getDerivedStateFromError() {
    return { isBroken: true };
  }
  override render(): ReactNode {
    return this.state.isBroken ? 'broken' : this.props.children;
  }
}
