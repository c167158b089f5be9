import { act, cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { answer, ask, rows, settle, setUpChat } from '../test/chatHarness.tsx';

afterEach(cleanup);

describe('useLingChat while an answer is on its way', () => {
  it('lets a question wait, visible, and asks it when the answer is done', async () => {
    const { hook, endpoint } = setUpChat();
    await ask(hook, 'One');
    await ask(hook, 'Two');

    expect(hook.result.current.queue.items.map(({ input }) => input)).toEqual(['Two']);
    expect(rows(hook)).toEqual(['user sent One', 'assistant pending ']);
    await answer(endpoint, '1');
    await act(settle);

    expect(rows(hook)).toEqual(['user sent One', 'assistant done 1', 'user sent Two', 'assistant pending ']);
    expect(hook.result.current.queue.items).toEqual([]);
    expect(endpoint.requests).toHaveLength(2);
  });

  it('resolves what a waiting question came to', async () => {
    const { hook, endpoint } = setUpChat();
    await ask(hook, 'One');
    const results: string[] = [];
    act(() => void hook.result.current.send('Two').then(({ outcome }) => results.push(outcome)));

    await answer(endpoint, '1');
    await act(settle);
    expect(results).toEqual([]);
    await answer(endpoint, '2');

    expect(results).toEqual(['done']);
  });

  it.each([
    ['a stop', async ({ hook }: ReturnType<typeof setUpChat>) => act(async () => hook.result.current.stop())],
    ['a failure', async ({ endpoint }: ReturnType<typeof setUpChat>) => act(() => endpoint.fail())],
  ])('pauses the queue after %s, keeps it, and goes on when told to', async (_, end) => {
    const harness = setUpChat();
    const { hook, endpoint } = harness;
    await ask(hook, 'One');
    await act(() => endpoint.send('Half'));
    await ask(hook, 'Two');

    await end(harness);
    await act(settle);
    expect(hook.result.current.queue).toMatchObject({ isPaused: true, items: [{ input: 'Two' }] });
    expect(endpoint.requests).toHaveLength(1);
    act(() => hook.result.current.resumeQueue());
    await act(settle);

    expect(endpoint.requests).toHaveLength(2);
    expect(hook.result.current.queue).toEqual({ isPaused: false, items: [] });
  });

  it('takes a waiting question out, which was never sent', async () => {
    const { hook, endpoint } = setUpChat();
    await ask(hook, 'One');
    const results: unknown[] = [];
    act(() => void hook.result.current.send('Two').then((result) => results.push(result)));

    act(() => hook.result.current.removeQueued(hook.result.current.queue.items[0]?.id ?? ''));
    await answer(endpoint, '1');
    await act(settle);

    expect(results).toEqual([{ outcome: 'dropped' }]);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('interrupts the answer when told to: stopped and asked in one tick, with the partial answer kept', async () => {
    const { hook, endpoint } = setUpChat();
    await ask(hook, 'One');
    await act(() => endpoint.send('Half'));

    act(() => void hook.result.current.send('Two', { whenBusy: 'interrupt' }));
    expect(rows(hook)).toEqual(['user sent One', 'assistant stopped Half', 'user sending Two', 'assistant pending ']);
    expect(hook.result.current.status).toBe('connecting');
    await act(settle);
    await answer(endpoint, '2');

    expect(rows(hook)).toEqual(['user sent One', 'assistant stopped Half', 'user sent Two', 'assistant done 2']);
    expect(endpoint.requests[0]?.signal.aborted).toBe(true);
  });

  it('interrupts an answer that has not begun without losing the thread', async () => {
    const { hook, endpoint } = setUpChat();
    await ask(hook, 'One');

    act(() => void hook.result.current.send('Two', { whenBusy: 'interrupt' }));
    await act(settle);
    await answer(endpoint, '2');

    expect(rows(hook)).toEqual(['user sent One', 'user sent Two', 'assistant done 2']);
  });

  it('sends fields and headers with one question only', async () => {
    const { hook, endpoint } = setUpChat({ body: { model: 'a' } });

    act(() => void hook.result.current.send('One', { body: { model: 'b' } }));
    await act(settle);
    await answer(endpoint, '1');
    await ask(hook, 'Two');

    expect(endpoint.requests.map(({ body }) => body)).toEqual([
      expect.objectContaining({ model: 'b' }),
      expect.objectContaining({ model: 'a' }),
    ]);
  });
});
