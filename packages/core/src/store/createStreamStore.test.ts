import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Body, createBody } from '../../test/createBody.ts';
import { createFakeClock, type FakeClock } from '../../test/createFakeClock.ts';
import { type Answer, DONE, event, reply, scriptTransport, sse } from '../../test/scriptTransport.ts';
import { turn } from '../../test/turn.ts';
import type { StreamEvent } from '../event.ts';
import type { StreamRequest } from '../request.ts';
import type { StreamResult } from '../result.ts';
import { type ChatStream, streamChat } from '../streamChat.ts';
import { createStreamStore, type StreamStore } from './createStreamStore.ts';

afterEach(() => vi.unstubAllGlobals());

describe('createStreamStore', () => {
  it('is idle, silent and without timers before anything is followed', () => {
    const { store, clock, seen } = create();
    store.flush();
    store.abort();
    store.reset();
    store.acknowledge();

    expect(store.getSnapshot()).toMatchObject({
      status: 'idle',
      isActive: false,
      text: '',
      parts: [],
      isCaughtUp: true,
    });
    expect(store.getLatest()).toBe(store.getSnapshot());
    expect([seen, clock.pending()]).toEqual([[], 0]);
  });

  it('connects in the same tick', () => {
    const { store, seen, open } = create();
    void open();

    expect(seen).toEqual(['connecting:']);
    expect(store.getSnapshot()).toMatchObject({ status: 'connecting', isActive: true });
  });

  it('stays connecting after the headers and whatever shows nothing', async () => {
    const { seen, body, open } = create();
    void open();
    body.write(': hb\n\n' + event({ model: 'm' }) + event({ content: '' }) + event({ usage: { total_tokens: 1 } }));
    await turn();

    expect(seen).toEqual(['connecting:']);
  });

  it.each([
    ['text', { content: 'a' }, 'streaming:a'],
    ['reasoning', { reasoning: 'a' }, 'streaming:'],
    ['a tool call', { tool_calls: [{ id: 'a', name: 'b' }] }, 'streaming:'],
  ])('streams from the first %s on, published at once', async (_name, value, expected) => {
    const { seen, body, open, clock } = create();
    void open();
    body.write(event(value));
    await turn();

    expect(seen).toEqual(['connecting:', expected]);
    expect(clock.pending()).toBe(1); // the limit on silence, no publication
  });

  it('gathers text for the interval; what is received can be had before', async () => {
    const { store, seen, body, open, clock } = create();
    void open();
    for (const content of ['a', 'b', 'c']) {
      body.write(event({ content }));
      await turn();
    }
    expect(seen).toEqual(['connecting:', 'streaming:a']);
    expect([store.getSnapshot().text, store.getLatest().text]).toEqual(['a', 'abc']);

    clock.advance(50);
    expect(seen).toEqual(['connecting:', 'streaming:a', 'streaming:abc']);
  });

  it('keeps the same picture between two publications, and the same parts where they did not change', async () => {
    const { store, body, open, clock } = create();
    void open();
    body.write(event({ reasoning: 'Hm.' }) + event({ content: 'a' }));
    await turn();
    const first = store.getSnapshot();
    body.write(event({ content: 'b' }));
    await turn();
    expect(store.getSnapshot()).toBe(first);

    clock.advance(50);
    expect(store.getSnapshot().parts[0]).toBe(first.parts[0]);
    expect(store.getSnapshot().parts[1]).not.toBe(first.parts[1]);
  });

  it('publishes what is received when it is asked to, and nothing when there is nothing', async () => {
    const { store, seen, body, open, clock } = create();
    void open();
    body.write(event({ content: 'a' }));
    await turn();
    body.write(event({ content: 'b' }));
    await turn();
    store.flush();
    store.flush();
    clock.advance(1_000);

    expect(seen).toEqual(['connecting:', 'streaming:a', 'streaming:ab']);
  });

  it('shows how many tokens were used so far, without a hurry', async () => {
    const { store, seen, body, open, clock } = create();
    void open();
    body.write(event({ content: 'a' }));
    await turn();
    body.write(event({ usage: { prompt_tokens: 1, completion_tokens: 2 } }));
    await turn();
    expect([store.getSnapshot().usage, store.getLatest().usage?.totalTokens]).toEqual([undefined, 3]);

    clock.advance(50);
    expect(store.getSnapshot().usage?.totalTokens).toBe(3);
    expect(seen).toHaveLength(3);
  });

  it('publishes a new part at once', async () => {
    const { seen, store, body, open } = create();
    void open();
    body.write(event({ reasoning: 'Hm.' }));
    await turn();
    body.write(event({ content: 'a' }));
    await turn();

    expect(seen).toHaveLength(3);
    expect(store.getSnapshot().parts).toMatchObject([{ state: 'done' }, { state: 'streaming' }]);
  });

  it('publishes the last text and the end in one picture', async () => {
    const { seen, store, body, open, clock } = create();
    const settled = open();
    body.write(event({ content: 'a' }));
    await turn();
    body.write(event({ content: 'b' }) + event({ usage: { prompt_tokens: 1, completion_tokens: 2 } }) + DONE);
    const result = await settled;

    expect(seen).toEqual(['connecting:', 'streaming:a', 'done:ab']);
    expect(store.getSnapshot()).toMatchObject({
      isActive: false,
      finishReason: null,
      usage: { totalTokens: 3 },
      metrics: result.metrics,
      error: undefined,
    });
    expect(store.getSnapshot().parts).toEqual(result.parts);
    expect(clock.pending()).toBe(0);
  });

  it('shows an empty answer as done', async () => {
    const { seen, body, open } = create();
    const settled = open();
    body.write(DONE);
    await settled;
    expect(seen).toEqual(['connecting:', 'done:']);
  });

  it('keeps the text of an answer that failed, with its error, and every part ended', async () => {
    const { seen, store, body, open } = create();
    const settled = open();
    body.write(event({ content: 'a' }) + event({ error: 'x' }));
    const { error } = await settled;

    expect(seen.at(-1)).toBe('error:a');
    expect(store.getSnapshot()).toMatchObject({ error, parts: [{ text: 'a', state: 'done' }] });
  });

  it('stops in the same tick with all that was received, published or not', async () => {
    const { seen, store, body, open, clock } = create();
    const settled = open();
    for (const content of ['a', 'b']) {
      body.write(event({ content }));
      await turn();
    }
    store.abort();
    expect(seen.at(-1)).toBe('stopped:ab');
    expect(store.getSnapshot()).toMatchObject({ isActive: false, error: undefined, parts: [{ state: 'done' }] });

    store.abort();
    await settled;
    await turn();
    expect(seen.at(-1)).toBe('stopped:ab');
    expect([body.isCancelled(), clock.pending()]).toEqual([true, 0]);
  });

  it('stops while it connects', async () => {
    const { seen, store, open } = create();
    const settled = open();
    store.abort();

    expect(seen).toEqual(['connecting:', 'stopped:']);
    expect(await settled).toMatchObject({ outcome: 'stopped' });
  });

  it('stays connecting while it tries again', async () => {
    const { seen, clock, open } = create([reply(503, ''), sse(event({ content: 'a' }) + DONE)]);
    const settled = open();
    await turn();
    clock.advance(8_000);
    await settled;

    expect(seen).toEqual(['connecting:', 'streaming:a', 'done:a']);
  });

  it('reconnects and streams on, without a change of text', async () => {
    const second = createBody();
    const { seen, body, clock, open } = create([undefined, sse(second.stream)], { resume: true });
    const settled = open();
    body.write(event({ content: 'a' }, 1));
    await turn();
    body.fail();
    await turn();
    expect(seen.at(-1)).toBe('reconnecting:a');

    clock.advance(500);
    await turn();
    expect(seen.at(-1)).toBe('streaming:a');
    second.write(event({ content: 'b' }, 2) + DONE);
    await settled;
    expect(seen).toEqual(['connecting:', 'streaming:a', 'reconnecting:a', 'streaming:a', 'done:ab']);
  });

  it('goes from one stream to the next in one tick, and hears the first no more', async () => {
    const { store, seen, body, open, clock } = create();
    const first = open();
    body.write(event({ content: 'old' }));
    await turn();
    const next = createBody();
    const { transport } = scriptTransport(sse(next.stream));
    const second = store.connect(streamChat({ url: '/', transport, clock }));

    expect(seen).toEqual(['connecting:', 'streaming:old', 'connecting:']);
    expect(await first).toMatchObject({ outcome: 'stopped', text: 'old' });
    next.write(event({ content: 'new' }) + DONE);
    expect(await second).toMatchObject({ outcome: 'done', text: 'new' });
    expect(seen.at(-1)).toBe('done:new');
  });

  it('goes back to idle, and forgets', async () => {
    const { store, seen, body, open, clock } = create();
    const settled = open();
    body.write(event({ content: 'a' }));
    await turn();
    store.reset();
    store.reset();

    expect(seen).toEqual(['connecting:', 'streaming:a', 'idle:']);
    expect(store.getSnapshot()).toMatchObject({ isActive: false, parts: [], metrics: undefined });
    expect(await settled).toMatchObject({ outcome: 'stopped', text: 'a' });
    expect(seen).toHaveLength(3);
    expect(clock.pending()).toBe(0);
  });

  it('clears the error of the last stream when the next one begins', async () => {
    const { store, open, clock } = create([reply(404, '')]);
    await open();
    expect(store.getSnapshot().status).toBe('error');
    void store.connect(streamChat({ url: '/', transport: () => new Promise(() => {}), clock }));

    expect(store.getSnapshot()).toMatchObject({ status: 'connecting', error: undefined, metrics: undefined });
  });

  it('tells of every event before it is published, and of all of an arrival though the app stops at one', async () => {
    const { store, seen, body, open, clock } = create();
    const heard: string[] = [];
    const settled = open((each) => {
      clock.advance(60);
      heard.push(`${each.type} ${store.getSnapshot().status}`);
      if (each.type === 'text') store.abort();
    });
    body.write(event({ content: 'a' }) + event({ content: 'b' }));
    await settled;

    expect(heard.slice(0, 2)).toEqual(['open connecting', 'text connecting']);
    expect(seen).toEqual(['connecting:', 'stopped:ab']);
  });

  it('reports what the app throws, once for each function, and streams on', async () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const { store, seen, body, open } = create();
    const throwing = (): never => {
      throw new Error('mine');
    };
    const unsubscribe = store.subscribe(throwing);
    store.subscribe(() => seen.push('later'));
    const settled = open(throwing);
    body.write(event({ content: 'a' }) + event({ content: 'b' }) + DONE);
    await settled;
    unsubscribe();

    expect(seen).toEqual(['connecting:', 'later', 'streaming:ab', 'later', 'done:ab', 'later']);
    expect(reported).toHaveBeenCalledTimes(2);
  });

  it('counts a listener for each subscription', () => {
    const { store, open } = create();
    const listener = vi.fn<() => void>();
    const unsubscribe = store.subscribe(listener);
    store.subscribe(listener);
    unsubscribe();
    unsubscribe();
    void open();

    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('follows a stream that ended before it was followed', async () => {
    const { store, seen, clock } = create();
    const { transport } = scriptTransport();
    const result = await store.connect(streamChat({ url: '/', transport, clock, signal: AbortSignal.abort() }));

    expect(result.outcome).toBe('stopped');
    expect(seen).toEqual(['connecting:', 'stopped:']);
  });
});

interface Created {
  readonly store: StreamStore;
  readonly clock: FakeClock;
  readonly body: Body;
  /** Status and text of each publication. */
  readonly seen: string[];
  open(onEvent?: (event: StreamEvent) => void): Promise<StreamResult>;
}

/** A store, and a stream for it: `undefined` among the answers is the one that the test writes. */
function create(answers: readonly (Answer | undefined)[] = [undefined], options: Partial<StreamRequest> = {}): Created {
  const clock = createFakeClock();
  const body = createBody();
  const store = createStreamStore({ clock });
  const seen: string[] = [];
  store.subscribe(() => seen.push(`${store.getSnapshot().status}:${store.getSnapshot().text}`));
  const { transport } = scriptTransport(...answers.map((answer) => answer ?? sse(body.stream)));
  const stream = (): ChatStream => streamChat({ url: '/chat', transport, clock, ...options });
  return { store, clock, body, seen, open: (onEvent) => store.connect(stream(), onEvent) };
}
