import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswerBody } from './createAnswerBody.ts';

const PIECE = 'x'.repeat(40 * 1024);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

describe('createAnswerBody', () => {
  it('drops a reader that takes nothing for 30 s, and leaves no timer', async () => {
    const { body, left } = create();
    expect(body.write(PIECE)).toBeUndefined();
    const waiting = body.write(PIECE);
    vi.advanceTimersByTime(29_999);
    expect(left).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);

    await waiting;
    expect(left).toHaveBeenCalledTimes(1);
    await expect(body.stream.getReader().read()).rejects.toThrow(/took nothing/);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps a slow reader that takes something now and then, and lets all who wait go on', async () => {
    const { body, left } = create();
    const reader = body.stream.getReader();
    void body.write(PIECE);
    for (let turn = 0; turn < 5; turn += 1) {
      const waiting = [body.write(PIECE), body.write('')];
      vi.advanceTimersByTime(29_000);
      await reader.read();
      for (const goOn of waiting) await goOn;
    }
    expect(left).not.toHaveBeenCalled();
  });

  it('sends a sign of life now and then, but not to who has not taken what is there', async () => {
    const { body } = create(15_000);
    vi.advanceTimersByTime(15_000);
    void body.write(PIECE + PIECE);
    vi.advanceTimersByTime(29_000);
    body.close();

    expect((await new Response(body.stream).text()).replace(PIECE + PIECE, '|')).toBe(': hb\n\n|');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes what is written after its end for nothing', () => {
    const { body, left } = create();
    body.close();

    expect(body.write(PIECE + PIECE)).toBeUndefined();
    body.close();
    expect(left).not.toHaveBeenCalled();
  });
});

function create(heartbeatMs = 1_000_000) {
  const left = vi.fn<() => void>();
  return { body: createAnswerBody(heartbeatMs, left), left };
}
