import { act, cleanup, render, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scriptedTransport } from '../../react/test/scriptedTransport.ts';
import { ask, DONE, rows, settle, setUpChat } from '../test/chatHarness.tsx';
import type { Conversation } from './conversation.ts';
import { lingKeys } from './lingKeys.ts';
import { textOf } from './message.ts';
import { useLingChat } from './useLingChat.ts';
import { useLingMessage } from './useLingMessage.ts';

afterEach(cleanup);

describe('useLingChat', () => {
  it('shows the question at once, before the endpoint has answered', async () => {
    const { hook } = setUpChat();

    act(() => void hook.result.current.send('Hello'));

    expect(hook.result.current.status).toBe('connecting');
    expect(rows(hook)).toEqual(['user sending Hello', 'assistant pending ']);
    await act(settle);
    expect(rows(hook)).toEqual(['user sent Hello', 'assistant pending ']);
  });

  it('streams the answer below the question and commits both', async () => {
    const { hook, endpoint, client } = setUpChat();

    await ask(hook, 'Hello');
    await act(() => endpoint.send('Hi ', 'there'));
    expect(rows(hook)).toEqual(['user sent Hello', 'assistant streaming Hi there']);
    await act(() => endpoint.sendRaw(DONE));

    expect(rows(hook)).toEqual(['user sent Hello', 'assistant done Hi there']);
    const committed = client.getQueryData<Conversation>(lingKeys.chat('one'));
    expect(committed?.messages.map((message) => message.status)).toEqual(['sent', 'done']);
  });

  it('writes to the cache twice a turn, however many tokens come', async () => {
    const { hook, endpoint, client } = setUpChat();
    const write = vi.spyOn(client, 'setQueryData');

    await ask(hook, 'Hello');
    for (const token of ['a', 'b', 'c', 'd']) await act(() => endpoint.send(token));
    await act(() => endpoint.sendRaw(DONE));

    expect(write).toHaveBeenCalledTimes(2);
  });

  it('sends the whole conversation with the next question', async () => {
    const { hook, endpoint } = setUpChat();

    await ask(hook, 'One');
    await act(() => endpoint.sendRaw(`data: {"content":"1"}\n\n${DONE}`));
    await ask(hook, 'Two');

    expect(endpoint.requests[1]?.body).toEqual({
      messages: [
        { role: 'user', content: 'One' },
        { role: 'assistant', content: '1' },
        { role: 'user', content: 'Two' },
      ],
    });
  });

  it('keeps the partial answer, marked stopped, when the user stops', async () => {
    const onSettled = vi.fn();
    const { hook, endpoint } = setUpChat({ onSettled });

    await ask(hook, 'Hello');
    await act(() => endpoint.send('Spring'));
    await act(async () => hook.result.current.stop());

    expect(hook.result.current.status).toBe('stopped');
    expect(rows(hook)).toEqual(['user sent Hello', 'assistant stopped Spring']);
    expect(endpoint.requests[0]?.signal.aborted).toBe(true);
    expect(onSettled).toHaveBeenCalledTimes(1);
  });

  it('takes the placeholder away when the user stops before any text', async () => {
    const { hook } = setUpChat();

    await ask(hook, 'Hello');
    await act(async () => hook.result.current.stop());

    expect(rows(hook)).toEqual(['user sent Hello']);
  });

  it('keeps the partial answer below a failure, and retries beside it', async () => {
    const { hook, endpoint, client } = setUpChat();

    await ask(hook, 'Hello');
    await act(() => endpoint.send('Half'));
    await act(() => endpoint.fail());
    expect(rows(hook)).toEqual(['user sent Hello', 'assistant error Half']);
    expect(hook.result.current.error?.code).toBe('network');

    act(() => void hook.result.current.retry());
    await act(settle);
    expect(hook.result.current.error).toBeUndefined();
    await act(() => endpoint.sendRaw(`data: {"content":"Whole"}\n\n${DONE}`));

    expect(rows(hook)).toEqual(['user sent Hello', 'assistant done Whole']);
    const { messages } = client.getQueryData<Conversation>(lingKeys.chat('one')) ?? { messages: [] };
    expect(messages.map(textOf)).toEqual(['Hello', 'Half', 'Whole']);
  });

  it('shows the partial answer again when nothing comes of a retry', async () => {
    const { hook, endpoint } = setUpChat();
    await ask(hook, 'Hello');
    await act(() => endpoint.send('Half'));
    await act(() => endpoint.fail());

    act(() => void hook.result.current.retry());
    await act(settle);
    await act(() => endpoint.fail());

    expect(rows(hook)).toEqual(['user sent Hello', 'assistant error Half']);
  });

  it('marks the question failed when no answer began, and asks it once more on retry', async () => {
    const refusal = scriptedTransport(401);
    const { hook, rerender, endpoint } = setUpChat({ transport: refusal.transport });

    await ask(hook, 'Hello');
    await act(() => refusal.close());
    expect(rows(hook)).toEqual(['user failed Hello']);
    expect(hook.result.current.error).toMatchObject({ code: 'http', status: 401 });

    rerender({ transport: endpoint.transport });
    act(() => void hook.result.current.retry());
    await act(settle);
    await act(() => endpoint.sendRaw(`data: {"content":"Hi"}\n\n${DONE}`));

    expect(rows(hook)).toEqual(['user sent Hello', 'assistant done Hi']);
  });

  it('sends one of two questions asked in the same tick and drops the other when told to reject', async () => {
    const { hook, endpoint } = setUpChat({ whenBusy: 'reject' });

    const results: unknown[] = [];
    act(() => {
      void hook.result.current.send('One');
      void hook.result.current.send('Two').then((result) => results.push(result));
    });
    await act(settle);

    expect(endpoint.requests).toHaveLength(1);
    expect(results).toEqual([{ outcome: 'dropped' }]);
  });

  it('makes an exception in toWire the error of the turn', async () => {
    const { hook } = setUpChat({
      toWire: () => {
        throw new Error('mine');
      },
    });

    await ask(hook, 'Hello');

    expect(hook.result.current.error?.code).toBe('callback');
    expect(rows(hook)).toEqual(['user failed Hello']);
  });

  it('is one conversation in two hooks with the same id', async () => {
    const { hook, endpoint, wrapper } = setUpChat();
    const other = renderHook(() => ({ ...useLingChat({ endpoint: '/chat', id: 'one' }) }), { wrapper });

    await ask(hook, 'Hello');
    await act(() => endpoint.send('Hi'));

    expect(rows(other)).toEqual(rows(hook));
    expect(endpoint.requests).toHaveLength(1);
  });

  it('works without a provider', async () => {
    const endpoint = scriptedTransport();
    const hook = renderHook(() => ({ ...useLingChat({ endpoint: '/chat', transport: endpoint.transport }) }));

    await ask(hook, 'Hello');
    await act(() => endpoint.sendRaw(`data: {"content":"Hi"}\n\n${DONE}`));

    expect(rows(hook)).toEqual(['user sent Hello', 'assistant done Hi']);
  });

  it('is a mutation while it runs', async () => {
    const { hook, endpoint, client } = setUpChat();

    await ask(hook, 'Hello');
    expect(client.isMutating({ mutationKey: lingKeys.turn('one') })).toBe(1);
    await act(() => endpoint.sendRaw(DONE));

    expect(client.isMutating({ mutationKey: lingKeys.turn('one') })).toBe(0);
  });

  it('loads a history and keeps what was asked while it loaded', async () => {
    let arrive = (_history: []): void => {};
    const history = new Promise<[]>((resolve) => void (arrive = resolve));
    const { hook, endpoint } = setUpChat({ load: () => history });
    expect(hook.result.current.isLoadingHistory).toBe(true);

    await ask(hook, 'Hello');
    await act(async () => arrive([]));
    await act(() => endpoint.sendRaw(`data: {"content":"Hi"}\n\n${DONE}`));

    expect(rows(hook)).toEqual(['user sent Hello', 'assistant done Hi']);
    expect(hook.result.current.isLoadingHistory).toBe(false);
  });
});

describe('useLingMessage', () => {
  it('re-renders the row that grows and no other', async () => {
    const { hook, endpoint, wrapper } = setUpChat();
    await ask(hook, 'Hello');
    await act(() => endpoint.send('a'));
    const counts = new Map<string, number>();
    function Row({ id }: { readonly id: string }) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      const message = useLingMessage('one', id);
      return message === undefined ? null : textOf(message);
    }
    const [question = '', answer = ''] = hook.result.current.messageIds;
    const view = render([<Row key="q" id={question} />, <Row key="a" id={answer} />], { wrapper });

    const before = Object.fromEntries(counts);
    await act(() => endpoint.send('b'));

    expect(view.container.textContent).toBe('Helloab');
    expect(counts.get(question)).toBe(before[question]);
    expect(counts.get(answer)).toBe((before[answer] ?? 0) + 1);
  });

  it('says what to do when there is no such conversation', () => {
    expect(() => renderHook(() => useLingMessage('nobody', 'x'))).toThrow(/Use useLingChat with that id/);
  });
});
