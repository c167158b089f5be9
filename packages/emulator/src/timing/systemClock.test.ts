import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from './systemClock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('systemClock', () => {
  it('resolves after the delay and not before', async () => {
    let done = false;
    const delay = systemClock.delay(100, new AbortController().signal).then(() => (done = true));

    await vi.advanceTimersByTimeAsync(99);
    expect(done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await delay).toBe(true);
  });

  it('clears its timer when the signal aborts', async () => {
    const controller = new AbortController();
    const delay = systemClock.delay(100, controller.signal);

    controller.abort();

    expect(vi.getTimerCount()).toBe(0);
    await delay;
  });

  it('starts no timer for a signal that was aborted before', async () => {
    await systemClock.delay(100, AbortSignal.abort());

    expect(vi.getTimerCount()).toBe(0);
  });
});
