import { createStreamStore, streamChat } from '@ling-stream/core';
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { scriptedTransport } from '../test/scriptedTransport.ts';
import { useLingValue } from './useLingValue.ts';

afterEach(cleanup);

describe('useLingValue', () => {
  it('re-renders when the selected value changes, and not when another one does', async () => {
    const endpoint = scriptedTransport();
    const store = createStreamStore({ buffer: 'immediate' });
    let renders = 0;
    const hook = renderHook(() => {
      renders += 1;
      return useLingValue(store, (state) => state.status);
    });

    await act(async () => void store.connect(streamChat({ url: '/chat', transport: endpoint.transport })));
    await act(() => endpoint.send('a'));
    const before = renders;
    await act(() => endpoint.send('b'));

    expect(hook.result.current).toBe('streaming');
    expect(renders).toBe(before);
  });

  it('compares as it is told to', async () => {
    const endpoint = scriptedTransport();
    const store = createStreamStore({ buffer: 'immediate' });
    const hook = renderHook(() =>
      useLingValue(
        store,
        (state) => state.text.split(' '),
        (a, b) => a.length === b.length,
      ),
    );

    await act(async () => void store.connect(streamChat({ url: '/chat', transport: endpoint.transport })));
    await act(() => endpoint.send('one'));
    expect(hook.result.current).toEqual(['']);
    await act(() => endpoint.send(' two'));

    expect(hook.result.current).toEqual(['one', 'two']);
  });

  it('shows another store in the very render that names it', async () => {
    const stores = [createStreamStore(), createStreamStore({ buffer: 'immediate' })] as const;
    const endpoint = scriptedTransport();
    await act(async () => void stores[1].connect(streamChat({ url: '/chat', transport: endpoint.transport })));
    const seen: string[] = [];
    const hook = renderHook(
      ({ store }) => {
        seen.push(useLingValue(store, (state) => state.status));
      },
      { initialProps: { store: stores[0] } },
    );

    hook.rerender({ store: stores[1] });

    expect(seen).toEqual(['idle', 'connecting']);
  });
});
