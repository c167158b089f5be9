import type { StreamResult } from '@ling-stream/core';
import { act, cleanup, render, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scriptedTransport } from '../test/scriptedTransport.ts';
import { useLingStream, type UseLingStreamOptions } from './useLingStream.ts';

const DONE = 'data: [DONE]\n\n';

afterEach(cleanup);

describe('useLingStream', () => {
  it('is idle and asks nothing until it is started', () => {
    const { hook, endpoint } = setUp();

    expect(hook.result.current).toMatchObject({ status: 'idle', isActive: false, text: '' });
    expect(endpoint.requests).toEqual([]);
  });

  it('sends the text as a user message and shows the answer', async () => {
    const { hook, endpoint } = setUp();

    await begin(hook);
    expect(hook.result.current.status).toBe('connecting');
    await act(() => endpoint.send('春', '天'));

    expect(endpoint.requests[0]?.body).toEqual({ messages: [{ role: 'user', content: 'Hello' }] });
    expect(hook.result.current).toMatchObject({ status: 'streaming', text: '春天', isActive: true });
  });

  it('is done when the stream says so, and resolves with all of it', async () => {
    const { hook, endpoint } = setUp();

    const { settled } = await begin(hook);
    await act(() => endpoint.send('Hi'));
    await act(() => endpoint.sendRaw(DONE));

    expect(hook.result.current).toMatchObject({ status: 'done', text: 'Hi', error: undefined });
    await expect(settled).resolves.toMatchObject([{ outcome: 'done', text: 'Hi' }]);
  });

  it('stops in the same tick, keeps what arrived and aborts the request', async () => {
    const onSettled = vi.fn();
    const { hook, endpoint } = setUp({ onSettled });

    const { settled } = await begin(hook);
    await act(() => endpoint.send('Spring '));
    act(() => hook.result.current.abort());

    expect(hook.result.current).toMatchObject({ status: 'stopped', text: 'Spring ', isActive: false });
    expect(endpoint.requests[0]?.signal.aborted).toBe(true);
    await settled;
    expect(onSettled).toHaveBeenCalledTimes(1);
  });

  it('keeps the partial text when the connection fails', async () => {
    const { hook, endpoint } = setUp({ retry: false });

    await begin(hook);
    await act(() => endpoint.send('Half'));
    await act(() => endpoint.fail());

    expect(hook.result.current).toMatchObject({ status: 'error', text: 'Half', error: { code: 'network' } });
  });

  it('calls an answer that ends without an end mark truncated', async () => {
    const { hook, endpoint } = setUp();

    await begin(hook);
    await act(() => endpoint.send('Half'));
    await act(() => endpoint.close());

    expect(hook.result.current).toMatchObject({ status: 'error', text: 'Half', error: { code: 'truncated' } });
  });

  it('stops the running stream when another one is started', async () => {
    const onSettled = vi.fn();
    const { hook, endpoint } = setUp({ onSettled });

    await begin(hook);
    await act(() => endpoint.send('first'));
    await begin(hook);
    await act(() => endpoint.send('second'));

    expect(onSettled).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'stopped', text: 'first' }));
    expect(hook.result.current.text).toBe('second');
  });

  it('aborts when the component has gone for good', async () => {
    const { hook, endpoint } = setUp();

    await begin(hook);
    hook.unmount();
    await act(settle);

    expect(endpoint.requests[0]?.signal.aborted).toBe(true);
  });

  it('goes on after the component has gone when it is told to keep', async () => {
    const { hook, endpoint } = setUp({ unmount: 'keep' });

    await begin(hook);
    hook.unmount();
    await act(settle);

    expect(endpoint.requests[0]?.signal.aborted).toBe(false);
  });

  it('sends one request and shows one text under StrictMode', async () => {
    const { hook, endpoint } = setUp({}, StrictMode);

    await begin(hook);
    await act(() => endpoint.send('once'));

    expect(endpoint.requests).toHaveLength(1);
    expect(hook.result.current.text).toBe('once');
  });

  it('reads its options when a stream starts, not when it was rendered first', async () => {
    const { hook, endpoint } = setUp({ body: { model: 'old' } });

    hook.rerender({ endpoint: '/chat', transport: endpoint.transport, body: { model: 'new' } });
    await begin(hook);

    expect(endpoint.requests[0]?.body).toMatchObject({ model: 'new' });
  });

  it('does not re-render for text that the component does not read', async () => {
    const endpoint = scriptedTransport();
    let renders = 0;
    let start = (): void => {};
    function StatusOnly() {
      const stream = useLingStream({ endpoint: '/chat', transport: endpoint.transport, buffer: 'immediate' });
      start = () => void stream.start('Hello');
      renders += 1;
      return stream.status;
    }
    const view = render(<StatusOnly />);

    await act(async () => start());
    await act(() => endpoint.send('a'));
    const before = renders;
    await act(() => endpoint.send('b'));
    await act(() => endpoint.send('c'));

    expect(view.container.textContent).toBe('streaming');
    expect(renders).toBe(before);
  });

  it('reports what onEvent throws and goes on', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const { hook, endpoint } = setUp({
      onEvent: (event) => {
        if (event.type === 'text') throw new Error('mine');
      },
    });

    await begin(hook);
    await act(() => endpoint.send('x'));
    vi.unstubAllGlobals();

    expect(reported).toHaveBeenCalledTimes(1);
    expect(hook.result.current.text).toBe('x');
  });

  it('is one stream in two components with the same id', async () => {
    const { hook, endpoint } = setUp({ id: 'shared' });
    const other = renderHook(() => ({ ...useLingStream({ endpoint: '/chat', id: 'shared' }) }));

    await begin(hook);
    await act(() => endpoint.send('once'));

    expect(other.result.current.text).toBe('once');
    expect(endpoint.requests).toHaveLength(1);
  });

  it('goes on under its id when its last component has gone, and is found again', async () => {
    const { hook, endpoint } = setUp({ id: 'route' });
    await begin(hook);
    await act(() => endpoint.send('before '));
    hook.unmount();
    await act(settle);

    await act(() => endpoint.send('after'));
    const again = renderHook(() => ({ ...useLingStream({ endpoint: '/chat', id: 'route' }) }));

    expect(again.result.current).toMatchObject({ status: 'streaming', text: 'before after' });
  });

  it('forgets a shared stream that is over and that nobody uses', async () => {
    const { hook, endpoint } = setUp({ id: 'gone' });
    await begin(hook);
    hook.unmount();
    await act(settle);
    await act(() => endpoint.sendRaw(`data: {"content":"x"}\n\n${DONE}`));

    const again = renderHook(() => ({ ...useLingStream({ endpoint: '/chat', id: 'gone' }) }));

    expect(again.result.current).toMatchObject({ status: 'idle', text: '' });
  });

  it('stops a shared stream with the last component that uses it, not with the first', async () => {
    const { hook, endpoint } = setUp({ id: 'last', unmount: 'abort' });
    const other = renderHook(() => useLingStream({ endpoint: '/chat', id: 'last', unmount: 'abort' }));
    await begin(hook);

    hook.unmount();
    await act(settle);
    expect(endpoint.requests[0]?.signal.aborted).toBe(false);
    other.unmount();
    await act(settle);

    expect(endpoint.requests[0]?.signal.aborted).toBe(true);
  });

  it('shows the stream of another id in the very render that names it, and crosses nothing', async () => {
    const { hook, endpoint } = setUp({ id: 'A' });
    const props = { endpoint: '/chat', transport: endpoint.transport, buffer: 'immediate' } as const;
    await begin(hook);
    await act(() => endpoint.send('from A'));

    hook.rerender({ ...props, id: 'B' });
    expect(hook.result.current).toMatchObject({ status: 'idle', text: '' });
    await act(() => endpoint.send(' and on'));
    expect(hook.result.current.text).toBe('');
    hook.rerender({ ...props, id: 'A' });

    expect(hook.result.current.text).toBe('from A and on');
  });

  it('survives an unmount and a mount within one task', async () => {
    const endpoint = scriptedTransport();
    const shared = { endpoint: '/chat', transport: endpoint.transport, buffer: 'immediate', id: 'quick' } as const;
    const options = { ...shared, unmount: 'abort' } as const;
    const first = renderHook(() => ({ ...useLingStream(options) }));
    await begin(first);
    await act(() => endpoint.send('x'));

    first.unmount();
    const second = renderHook(() => ({ ...useLingStream(options) }));
    await act(settle);

    expect(endpoint.requests[0]?.signal.aborted).toBe(false);
    expect(second.result.current.text).toBe('x');
  });

  it('keeps its functions the same at every render', async () => {
    const { hook, endpoint } = setUp();
    const before = hook.result.current;

    await begin(hook);
    await act(() => endpoint.send('x'));

    const { start, abort, reset, store } = hook.result.current;
    expect([start, abort, reset, store]).toEqual([before.start, before.abort, before.reset, before.store]);
  });
});

function setUp(options: Partial<UseLingStreamOptions> = {}, wrapper?: typeof StrictMode) {
  const endpoint = scriptedTransport();
  const initialProps: UseLingStreamOptions = {
    endpoint: '/chat',
    transport: endpoint.transport,
    buffer: 'immediate',
    ...options,
  };
  const hook = renderHook((props: UseLingStreamOptions) => ({ ...useLingStream(props) }), {
    initialProps,
    ...(wrapper && { wrapper }),
  });
  return { hook, endpoint };
}

/** Starts a stream; its promise comes in an object, since awaiting it here would wait for the end. */
async function begin(hook: ReturnType<typeof setUp>['hook']) {
  const started: Promise<StreamResult>[] = [];
  act(() => void started.push(hook.result.current.start('Hello')));
  await act(settle);
  return { settled: Promise.all(started) };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
