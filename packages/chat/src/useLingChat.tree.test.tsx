import { act, cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { answer, ask, type ChatHarness, rows, settle, setUpChat } from '../test/chatHarness.tsx';

afterEach(cleanup);

describe('useLingChat with alternatives', () => {
  it('keeps the old answer beside a regenerated one, and shows the one that is selected', async () => {
    const { hook, endpoint } = await oneTurn();

    act(() => void hook.result.current.regenerate());
    await act(settle);
    await answer(endpoint, 'second');
    expect(rows(hook)).toEqual(['user sent One', 'assistant done second']);

    const [first = '', second = ''] = hook.result.current.siblings(hook.result.current.messageIds[1] ?? '');
    expect(hook.result.current.messageIds[1]).toBe(second);
    act(() => hook.result.current.select(first));
    expect(rows(hook)).toEqual(['user sent One', 'assistant done first']);
  });

  it('asks again without the answer it replaces', async () => {
    const { hook, endpoint } = await oneTurn();

    act(() => void hook.result.current.regenerate());
    await act(settle);

    expect(endpoint.requests[1]?.body).toEqual({ messages: [{ role: 'user', content: 'One' }] });
  });

  it('goes back to the old answer when nothing comes of the new one', async () => {
    const { hook, endpoint } = await oneTurn();

    act(() => void hook.result.current.regenerate());
    await act(settle);
    await act(() => endpoint.fail());

    expect(rows(hook)).toEqual(['user sent One', 'assistant done first']);
    expect(hook.result.current.error?.code).toBe('network');
  });

  it('keeps the old question beside an edited one, with all that followed it', async () => {
    const { hook, endpoint } = await oneTurn();
    await ask(hook, 'Two');
    await answer(endpoint, 'two');
    const [one = ''] = hook.result.current.messageIds;

    act(() => void hook.result.current.edit(one, 'Eins'));
    await act(settle);
    await answer(endpoint, 'eins');
    expect(rows(hook)).toEqual(['user sent Eins', 'assistant done eins']);
    act(() => hook.result.current.select(one));

    expect(rows(hook)).toEqual(['user sent One', 'assistant done first', 'user sent Two', 'assistant done two']);
  });

  it('goes on from the alternative that is shown', async () => {
    const { hook, endpoint } = await oneTurn();
    const [, first = ''] = hook.result.current.messageIds;
    act(() => void hook.result.current.regenerate());
    await act(settle);
    await answer(endpoint, 'second');
    act(() => hook.result.current.select(first));

    await ask(hook, 'Two');

    expect(endpoint.requests[2]?.body).toMatchObject({ messages: [{}, { content: 'first' }, { content: 'Two' }] });
  });

  it('stops the answer that is on its way before it regenerates another', async () => {
    const { hook, endpoint } = await oneTurn();
    const [, first = ''] = hook.result.current.messageIds;
    await ask(hook, 'Two');
    await act(() => endpoint.send('half'));

    act(() => void hook.result.current.regenerate(first));
    await act(settle);
    await answer(endpoint, 'second');

    expect(rows(hook)).toEqual(['user sent One', 'assistant done second']);
    expect(endpoint.requests[1]?.signal.aborted).toBe(true);
  });

  it('says what is wrong when there is no such message', async () => {
    const { hook } = await oneTurn();

    await expect(hook.result.current.regenerate('nobody')).rejects.toThrow(/needs an answer of this conversation/);
    await expect(hook.result.current.edit('nobody', 'x')).rejects.toThrow(/needs a question of this conversation/);
  });

  it('replaces everything and lets nothing of the running turn through', async () => {
    const { hook, endpoint } = await oneTurn();
    await ask(hook, 'Two');
    await act(() => endpoint.send('half'));

    act(() => hook.result.current.clear());
    await act(settle);

    expect(rows(hook)).toEqual([]);
    expect(hook.result.current.status).toBe('idle');
    expect(endpoint.requests[1]?.signal.aborted).toBe(true);
  });
});

async function oneTurn(): Promise<ChatHarness> {
  const harness = setUpChat();
  await ask(harness.hook, 'One');
  await answer(harness.endpoint, 'first');
  return harness;
}
