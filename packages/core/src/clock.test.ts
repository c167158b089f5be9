import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs a timer once, after its delay', () => {
  const run = vi.fn<() => void>();
  const before = systemClock.now();
  systemClock.setTimer(run, 100);
  vi.advanceTimersByTime(99);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);

  expect(run).toHaveBeenCalledTimes(1);
  expect(systemClock.now() - before).toBe(1_099);
});

it('runs no timer that was cancelled', () => {
  const run = vi.fn<() => void>();
  systemClock.setTimer(run, 100)();
  vi.advanceTimersByTime(1_000);

  expect(run).not.toHaveBeenCalled();
});

it('does not run a timer at once because its delay is too long to count', () => {
  const run = vi.fn<() => void>();
  systemClock.setTimer(run, 2 ** 40);
  vi.advanceTimersByTime(1_000);

  expect(run).not.toHaveBeenCalled();
});
