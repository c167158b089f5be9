import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient, cutAfter } from '../test/createClient.ts';
import { answer, openAnswer, setUp } from '../test/setUp.ts';
import { turnOfLoop } from '../test/turnOfLoop.ts';
import { memoryRunStore } from './memoryRunStore.ts';
import type { ChatHandlerOptions } from './options.ts';
import type { TurnRecord } from './turnRecord.ts';

const WORDS = ['春眠', '不觉晓', '，', 'all ', 'about', ' 🐦'];
const TEXT = WORDS.join('');
const RUN = 'https://app.example/chat/runs/r-1';
const IDS = { 'x-ling-stream': '1' };

afterEach(() => vi.useRealTimers());

describe('a run', () => {
  it('is shown whole and once, wherever its connection is cut', async () => {
    const { handler, sent } = withStore({}, () => answer(...WORDS));
    const whole = await handler(question('whole'));
    const bytes = (await whole.arrayBuffer()).byteLength;

    for (let cut = 0; cut < bytes; cut += 1) {
      const { stream } = createClient(handler, (response, count) => (count === 0 ? cutAfter(cut, response) : response));
      expect(await stream().result).toMatchObject({ outcome: 'done', text: TEXT, metrics: { deltas: WORDS.length } });
    }
    expect(sent).toHaveLength(1 + bytes);
  });

  it('is shown whole and once when every connection is cut after one more event, while the model writes', async () => {
    const model = openAnswer();
    const { handler, sent } = withStore({}, () => model.response);
    const { stream, methods } = createClient(handler, (response) => cutAfter(60, response));
    const chat = stream();
    const { result } = chat;
    for (const word of WORDS) {
      await turnOfLoop(3);
      model.write(word);
    }
    model.end();

    expect(await result).toMatchObject({ outcome: 'done', text: TEXT });
    expect(sent).toHaveLength(1);
    expect(methods.length).toBeGreaterThanOrEqual(WORDS.length);
  });

  it('is answered once, however often it is asked for', async () => {
    const model = openAnswer();
    const { ask, sent } = withStore({}, () => model.response);
    const asked = [ask({ runId: 'r-1' }), ask({ runId: 'r-1' })];
    model.write('Hi');
    model.end();
    asked.push(Promise.all(asked).then(() => ask({ runId: 'r-1' })));

    const texts = await Promise.all(asked.map(async (response) => (await response).text()));
    expect(texts).toEqual(Array(3).fill('data: {"content":"Hi"}\n\ndata: [DONE]\n\n'));
    expect(sent).toHaveLength(1);
  });

  it('is followed from an event on, by GET and by POST', async () => {
    const { handler, ask } = withStore({}, () => answer('a', 'b', 'c'));
    await (await ask({ runId: 'r-1' })).text();

    const rest = 'id: 3\ndata: {"content":"c"}\n\nid: 4\ndata: [DONE]\n\n';
    expect(await (await handler(get({ ...IDS, 'last-event-id': '2' }))).text()).toBe(rest);
    expect(await (await handler(new Request(`${RUN}?after=2`, { headers: IDS }))).text()).toBe(rest);
    expect(await (await ask({ runId: 'r-1' }, { ...IDS, 'last-event-id': '2' })).text()).toBe(rest);
    expect(await (await handler(get({ 'last-event-id': 'junk' }))).text()).toMatch(/"a".*\n\n.*"b"/);
  });

  it('has nothing more for who has read its end', async () => {
    const { handler, ask } = withStore({}, () => answer('a'));
    await (await ask({ runId: 'r-1' })).text();

    expect((await handler(get({ 'last-event-id': '2' }))).status).toBe(204);
    expect((await handler(get({ 'last-event-id': '1' }))).status).toBe(200);
    expect((await handler(get({ 'last-event-id': '3' }))).status).toBe(404);
  });

  it('that is unknown is said to be so, and is not asked for again', async () => {
    const { handler, ask, sent } = withStore();

    for (const response of [await handler(get()), await ask({ runId: 'r-1' }, { 'last-event-id': '2' })]) {
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: 'run_unknown', retryable: false } });
    }
    expect(sent).toEqual([]);
    expect((await setUp().handler(get())).status).toBe(404);
    expect((await handler(new Request(`${RUN}%20`))).status).toBe(400);
    expect((await ask({ runId: '../r' })).status).toBe(400);
  });

  it('belongs to who began it', async () => {
    const authorize = (request: Request) => request.headers.get('x-user') ?? undefined;
    const model = openAnswer();
    const { handler, ask, sent } = withStore({ authorize }, () => model.response);
    await ask({ runId: 'r-1' }, { 'x-user': 'a' });

    expect((await handler(get({ 'x-user': 'b' }))).status).toBe(403);
    expect((await ask({ runId: 'r-1' }, { 'x-user': 'b' })).status).toBe(403);
    expect((await handler(stop({ 'x-user': 'b' }))).status).toBe(403);
    expect((await handler(stop())).status).toBe(403);
    expect(sent[0]?.signal.aborted).toBe(false);
    expect((await handler(get({ 'x-user': 'a' }))).status).toBe(200);
  });

  it('that the model refused may be tried again under its name', async () => {
    const replies = [() => new Response('', { status: 401 }), () => answer('Hi')];
    const { ask } = withStore({}, () => replies.shift()?.() ?? answer('Hi'));

    expect((await ask({ runId: 'r-1' })).status).toBe(502);
    expect(await (await ask({ runId: 'r-1' })).text()).toContain('Hi');
  });

  it('that failed midway ends in the same way for all who come back', async () => {
    const model = () =>
      new Response('data: {"content":"Half"}\n\n', { headers: { 'content-type': 'text/event-stream' } });
    const { handler, ask } = withStore({}, model);
    const first = await (await ask({ runId: 'r-1' })).text();

    expect(first).toMatch(/Half[^]*"code":"truncated"/);
    expect(await (await handler(get())).text()).toBe(first);
  });

  it('that a client does not name is stopped when the client leaves', async () => {
    const { ask, sent } = withStore({}, () => openAnswer().response);
    await (await ask()).body?.cancel();

    expect(sent[0]?.signal.aborted).toBe(true);
  });
});

describe('stopping', () => {
  it('reaches the model from another client, and both are told', async () => {
    const model = openAnswer();
    const { handler, sent } = withStore({}, () => model.response);
    const chat = createClient(handler).stream({ resume: { runId: 'r-1' } });
    const { result } = chat;
    await turnOfLoop(3);
    model.write('Half');
    await turnOfLoop(3);

    const response = await handler(stop());
    expect(response.status).toBe(204);
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(await result).toMatchObject({ outcome: 'stopped', text: 'Half' });
    expect(await (await handler(get())).text()).toBe('data: {"content":"Half"}\n\ndata: {"type":"abort"}\n\n');
    expect((await handler(stop())).status).toBe(204);
  });

  it('reaches the model from the client that asked', async () => {
    const model = openAnswer();
    const { handler, sent } = withStore({}, () => model.response);
    const { stream, methods } = createClient(handler);
    const chat = stream();
    const { result } = chat;
    await turnOfLoop(3);
    chat.abort();
    await result;
    await turnOfLoop(3);

    expect(methods).toEqual(['POST', 'DELETE']);
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it('overtakes the question', async () => {
    const { handler, ask, sent } = withStore();

    expect((await handler(stop())).status).toBe(204);
    expect(await (await ask({ runId: 'r-1' })).text()).toBe('data: {"type":"abort"}\n\n');
    expect(sent).toEqual([]);
  });
});

describe('leaving', () => {
  it('is not stopping: a run goes on for a while, and ends when nobody comes back', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { handler, ask, sent } = withStore({}, () => openAnswer().response);
    const first = await ask({ runId: 'r-1' });
    await vi.advanceTimersByTimeAsync(500_000);
    await first.body?.cancel();
    await vi.advanceTimersByTimeAsync(100_000);
    const second = await handler(get());
    await vi.advanceTimersByTimeAsync(60_000);
    await second.body?.cancel();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(sent[0]?.signal.aborted).toBe(false);

    await vi.advanceTimersByTimeAsync(30_000);
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is stopping where the app says so', async () => {
    const { ask, sent } = withStore({ onDisconnect: 'abort' }, () => openAnswer().response);
    await (await ask({ runId: 'r-1' })).body?.cancel();
    await turnOfLoop();

    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it('does not keep the finished answer from the app', async () => {
    const turns: TurnRecord[] = [];
    const model = openAnswer();
    const { ask } = withStore({ onTurn: (turn) => void turns.push(turn) }, () => model.response);
    await (await ask({ runId: 'r-1' })).body?.cancel();
    model.write('All of it');
    model.end();
    await turnOfLoop(5);

    expect(turns).toEqual([expect.objectContaining({ runId: 'r-1', outcome: 'done', text: 'All of it' })]);
  });
});

describe('a store that fails', () => {
  it('refuses questions while it cannot be asked, and no place is lost', async () => {
    const store = { ...memoryRunStore(), create: () => Promise.reject(new Error('gone')) };
    const { ask, sent } = setUp({ store, limits: { streams: 1 } });

    for (let attempt = 0; attempt < 2; attempt += 1) {
      const response = await ask({ runId: 'r-1' });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ error: { code: 'store_unavailable', retryable: true } });
    }
    expect((await ask()).status).toBe(200);
    expect(sent).toHaveLength(1);
  });

  it.each(['at once', 'later'])('%s ends the answer with its own error, and the model', async (when) => {
    const memory = memoryRunStore();
    const append = (...[runId, events]: Parameters<typeof memory.append>) => {
      if (events[0]?.seq !== 2 || events[0].end !== undefined) return memory.append(runId, events);
      if (when === 'later') return Promise.reject(new Error('full'));
      throw new Error('full');
    };
    const model = openAnswer();
    const turns: TurnRecord[] = [];
    const { ask, sent } = setUp(
      { store: { ...memory, append }, onTurn: (turn) => void turns.push(turn) },
      () => model.response,
    );
    const response = await ask({ runId: 'r-1' });
    model.write('a');
    await turnOfLoop(2);
    model.write('b');
    await turnOfLoop(5);

    expect(sent[0]?.signal.aborted).toBe(true);
    expect(turns).toMatchObject([
      { outcome: 'error', text: 'ab', error: { code: 'store_unavailable', retryable: true } },
    ]);
    await response.body?.cancel();
  });

  it('while reading is said to the reader', async () => {
    const store = memoryRunStore();
    const model = openAnswer();
    const { ask } = setUp({ store }, () => model.response);
    const response = await ask({ runId: 'r-1' });
    await turnOfLoop();
    await store.remove('r-1');

    expect(await response.text()).toContain('"code":"store_unavailable"');
  });
});

function withStore(options: ChatHandlerOptions = {}, reply?: Parameters<typeof setUp>[1]) {
  return setUp({ store: memoryRunStore(), ...options }, reply);
}

function question(runId: string): Request {
  const body = JSON.stringify({ runId, messages: [{ role: 'user', content: 'Hi' }] });
  return new Request('https://app.example/chat', {
    method: 'POST',
    headers: { ...IDS, 'content-type': 'application/json' },
    body,
  });
}

function get(headers: Record<string, string> = {}): Request {
  return new Request(RUN, { headers });
}

function stop(headers: Record<string, string> = {}): Request {
  return new Request(RUN, { method: 'DELETE', headers });
}
