import { describe, expect, it } from 'vitest';
import { contentOf } from '../test/play.ts';
import { createEmulatorFetch } from './createEmulatorFetch.ts';
import { yieldToHost } from './engine/yieldToHost.ts';
import type { EmulatorClock } from './timing/clock.ts';

const body = JSON.stringify({ model: 'Ling-1T', stream: true, messages: [{ role: 'user', content: 'count to 30' }] });
const POST = { method: 'POST', body };

describe('createEmulatorFetch', () => {
  it.each([
    '/chat',
    'chat',
    'https://api.example.com/v1/chat/completions',
    new URL('http://x/base/v1/chat/completions/'),
  ])('answers %s, whatever stands before the path it knows', async (url) => {
    const reply = await createEmulatorFetch({ tokensPerSecond: Infinity })(url, POST);

    expect(contentOf(await reply.text())).toContain('29, 30');
  });

  it('takes a Request', async () => {
    const request = new Request('http://x/v1/models');

    expect(await (await createEmulatorFetch()(request)).json()).toMatchObject({ object: 'list' });
  });

  it.each(['/v1/completions', '/', '/chatter'])('answers 404 to %s and says what there is', async (url) => {
    const reply = await createEmulatorFetch()(url, POST);

    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain('POST /v1/chat/completions');
  });

  it('speaks the dialect of the tutorial at /chat', async () => {
    const reply = await createEmulatorFetch({ tokensPerSecond: Infinity })('/chat', {
      method: 'POST',
      body: JSON.stringify({ messages: [{ role: 'user', content: 'count to 2' }] }),
    });

    expect(await reply.text()).toBe(
      'data: {"content":"1"}\n\ndata: {"content":","}\n\ndata: {"content":" 2"}\n\ndata: {"content":"\\n"}\n\ndata: [DONE]\n\n',
    );
  });

  it('makes a token only when it is read', async () => {
    const fetch = createEmulatorFetch({ tokensPerSecond: Infinity });
    const reader = (await fetch('/chat', POST)).body?.getReader();

    await reader?.read();
    await yieldToHost();
    await yieldToHost();

    // One was read, and one more is ready for the next read.
    expect(fetch.requests()[0]?.tokens).toBe(2);
  });

  it('clears the timer of the next token when its reader cancels', async () => {
    const { clock, waiting } = createStuckClock();
    const fetch = createEmulatorFetch({ clock });
    const { body: stream } = await fetch('/chat', POST);

    await stream?.cancel();

    expect(waiting()).toBe(0);
    expect(fetch.requests()).toMatchObject([{ outcome: 'client left', tokens: 0 }]);
  });

  it('clears the timer of the next token when its signal aborts, with the reason it was given', async () => {
    const { clock, waiting } = createStuckClock();
    const controller = new AbortController();
    const fetch = createEmulatorFetch({ clock });
    const reply = await fetch('/chat', { ...POST, signal: controller.signal });
    const read = reply.text();

    controller.abort(new Error('enough'));

    expect(waiting()).toBe(0);
    expect(fetch.requests()).toMatchObject([{ outcome: 'client left', tokens: 0 }]);
    await expect(read).rejects.toThrow('enough');
  });

  it('asks nothing when its signal was aborted before', async () => {
    const fetch = createEmulatorFetch();

    await expect(fetch('/chat', { ...POST, signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(fetch.requests()).toEqual([]);
  });

  it('is unharmed by an abort after the end', async () => {
    const controller = new AbortController();
    const fetch = createEmulatorFetch({ tokensPerSecond: Infinity });
    await (await fetch('/chat', { ...POST, signal: controller.signal })).text();

    controller.abort();

    expect(fetch.requests()).toMatchObject([{ outcome: 'finished' }]);
  });

  it('lets a reader stop an endless answer that waits for nothing', async () => {
    const controller = new AbortController();
    const fetch = createEmulatorFetch({ tokensPerSecond: Infinity, fault: 'endless' });
    const { body: stream } = await fetch('/chat', { ...POST, signal: controller.signal });
    // A loop that never let the host run would never see this.
    void yieldToHost().then(() => controller.abort(new Error('enough')));

    const reading = (async () => {
      for await (const _ of stream ?? []);
    })();

    await expect(reading).rejects.toThrow('enough');
  });

  it('rejects with what the app’s own answer throws', async () => {
    const fetch = createEmulatorFetch({
      answer: () => {
        throw new Error('mine');
      },
    });

    await expect(fetch('/chat', POST)).rejects.toThrow('mine');
    expect(fetch.requests()).toMatchObject([{ outcome: 'fault' }]);
  });

  it('breaks the stream with what the app’s own answer throws midway', async () => {
    function* text() {
      yield 'one';
      throw new Error('mine');
    }
    const fetch = createEmulatorFetch({ tokensPerSecond: Infinity, answer: () => ({ text: text() }) });

    await expect((await fetch('/chat', POST)).text()).rejects.toThrow('mine');
  });
});

/** A clock whose delays end only by abort. */
function createStuckClock(): { readonly clock: EmulatorClock; readonly waiting: () => number } {
  let count = 0;
  const delay: EmulatorClock['delay'] = (_, signal) => {
    count += 1;
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        count -= 1;
        resolve();
      });
    });
  };
  return { clock: { now: () => 0, delay }, waiting: () => count };
}
