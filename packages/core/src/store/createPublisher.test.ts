import { describe, expect, it, vi } from 'vitest';
import { createFakeClock, type FakeClock } from '../../test/createFakeClock.ts';
import { type BufferOptions, createPublisher, type Publisher } from './createPublisher.ts';

describe('createPublisher', () => {
  it('publishes the first change at once, the next ones together after the interval', () => {
    const { publisher, clock, times } = create();
    publisher.soon();
    publisher.soon();
    publisher.soon();
    expect(times).toEqual([0]);

    clock.advance(49);
    publisher.soon();
    expect(times).toEqual([0]);
    clock.advance(1);
    expect(times).toEqual([0, 50]);
  });

  it('publishes a change that comes later than the interval at once', () => {
    const { publisher, clock, times } = create();
    publisher.soon();
    clock.advance(51);
    publisher.soon();
    expect(times).toEqual([0, 51]);
  });

  it('counts the interval from the last publication, whatever caused it', () => {
    const { publisher, clock, times } = create();
    publisher.soon();
    clock.advance(30);
    publisher.soon();
    publisher.now();
    publisher.soon();
    clock.advance(50);
    expect(times).toEqual([0, 30, 80]);
  });

  it('runs no timer and watches nothing while nothing changes', () => {
    const { publisher, clock, watchers } = create();
    expect([clock.pending(), watchers.size]).toEqual([0, 0]);
    publisher.soon();
    publisher.soon();
    expect([clock.pending(), watchers.size]).toEqual([1, 1]);
    publisher.now();
    expect([clock.pending(), watchers.size]).toEqual([0, 0]);
  });

  it.each([
    ['immediate', [0, 1, 2]],
    [0, [0, 1, 2]],
    [2, [0, 2]],
    [{ ms: 2 }, [0, 2]],
    [{}, [0]],
  ] as const)('keeps the interval of %j', (buffer, expected) => {
    const { publisher, clock, times } = create(buffer);
    for (let count = 0; count < 3; count += 1) {
      publisher.soon();
      clock.advance(1);
    }
    expect(times).toEqual(expected);
  });

  it('leaves a slow page two thirds of the time, and 120 ms at most', () => {
    const { publisher, clock, times } = create();
    for (let count = 0; count < 40; count += 1) {
      publisher.now();
      clock.advance(30);
      publisher.shown();
      clock.advance(100);
    }
    expect(interval(publisher, clock, times)).toBeCloseTo(90, 3);

    for (let count = 0; count < 40; count += 1) {
      publisher.now();
      clock.advance(500);
      publisher.shown();
    }
    expect(interval(publisher, clock, times)).toBeCloseTo(120, 3);
  });

  it('goes back to its interval when the page is quick again', () => {
    const { publisher, clock, times } = create();
    publisher.now();
    clock.advance(3_600_000); // a computer that slept, not a slow page
    publisher.shown();
    for (let count = 0; count < 10; count += 1) {
      publisher.now();
      publisher.shown();
    }
    expect(interval(publisher, clock, times)).toBe(50);
  });

  it('measures each publication once, and nothing before the first', () => {
    const { publisher, clock, times } = create();
    publisher.shown();
    publisher.now();
    publisher.shown();
    clock.advance(10_000);
    publisher.shown();
    expect(interval(publisher, clock, times)).toBe(50);
  });

  it('keeps a fixed interval where it must not adapt', () => {
    const { publisher, clock, times } = create({ adaptive: false });
    for (let count = 0; count < 9; count += 1) {
      publisher.now();
      clock.advance(100);
      publisher.shown();
    }
    expect(interval(publisher, clock, times)).toBe(50);
  });

  it('publishes once a second while the page is hidden, and at once when it is shown again', () => {
    const { publisher, clock, times, page, watchers } = create();
    publisher.now();
    page.isHidden = true;
    publisher.soon();
    clock.advance(999);
    expect(times).toEqual([0]);
    clock.advance(1);
    publisher.soon();
    clock.advance(300);
    page.isHidden = false;
    for (const watcher of watchers) watcher();

    expect(times).toEqual([0, 1_000, 1_300]);
    expect([clock.pending(), watchers.size]).toEqual([0, 0]);
  });
});

interface Created {
  readonly publisher: Publisher;
  readonly clock: FakeClock;
  /** When was published, from 0. */
  readonly times: number[];
  readonly page: { isHidden: boolean };
  readonly watchers: Set<() => void>;
}

function create(buffer: 'immediate' | number | BufferOptions = {}): Created {
  const clock = createFakeClock();
  const start = clock.now();
  const times: number[] = [];
  const page = { isHidden: false };
  const watchers = new Set<() => void>();
  const visibility = {
    isHidden: () => page.isHidden,
    onChange(watcher: () => void) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
  const publish = vi.fn<() => void>(() => times.push(clock.now() - start));
  return { publisher: createPublisher(publish, buffer, clock, visibility), clock, times, page, watchers };
}

/** How long a change waits now. */
function interval(publisher: Publisher, clock: FakeClock, times: readonly number[]): number {
  publisher.now();
  const before = times.at(-1) ?? 0;
  publisher.soon();
  clock.advance(1_000);
  return (times.at(-1) ?? 0) - before;
}
