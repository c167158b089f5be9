import type { Clock } from '../clock.ts';
import type { Visibility } from './visibility.ts';

/** How streamed text is gathered before it is shown. */
export interface BufferOptions {
  /** Shortest time between two pictures, in milliseconds. Defaults to 50, as the tutorial advises. */
  readonly ms?: number;
  /** Whether a page that takes long to show a picture gets them less often, up to 120 ms. Defaults to `true`. */
  readonly adaptive?: boolean;
}

export interface Publisher {
  /** Something changed that may wait for the rest of the interval. */
  soon(): void;
  /** Something changed that must be seen at once. */
  now(): void;
  /** The page has shown the last picture; how long that took adapts the interval. */
  shown(): void;
}

const DEFAULT_MS = 50;
const LONGEST_MS = 120;
/** A hidden page is shown nothing; now and then is enough to bound what piles up. */
const HIDDEN_MS = 1_000;
/** Showing may take a third of the time: the page needs the rest for its reader. */
const COST_FACTOR = 3;
const COST_WEIGHT = 0.3;

/**
 * Decides when a changed state becomes the published one: at most once an interval, and the first time at once.
 *
 * No timer exists while nothing has changed.
 */
export function createPublisher(
  publish: () => void,
  buffer: 'immediate' | number | BufferOptions,
  clock: Clock,
  visibility: Visibility,
): Publisher {
  const { ms = DEFAULT_MS, adaptive = true } =
    typeof buffer === 'object' ? buffer : { ms: buffer === 'immediate' ? 0 : buffer };
  let cancelTimer: (() => void) | undefined;
  let unwatch: (() => void) | undefined;
  let publishedAt = -Infinity;
  let isUnseen = false;
  let costMs = 0;

  function now(): void {
    cancelTimer?.();
    unwatch?.();
    cancelTimer = undefined;
    unwatch = undefined;
    publishedAt = clock.now();
    isUnseen = true;
    publish();
  }

  function soon(): void {
    if (cancelTimer !== undefined) return;
    const waitMs = publishedAt + intervalMs() - clock.now();
    if (waitMs <= 0) return now();
    cancelTimer = clock.setTimer(now, waitMs);
    // Timers of a hidden page are slow; the reader who comes back must not wait for one.
    unwatch = visibility.onChange(now);
  }

  function intervalMs(): number {
    if (visibility.isHidden()) return Math.max(ms, HIDDEN_MS);
    return adaptive && ms > 0 ? Math.max(ms, Math.min(LONGEST_MS, COST_FACTOR * costMs)) : ms;
  }

  function shown(): void {
    if (!isUnseen) return;
    isUnseen = false;
    // A page that slept is not a slow page.
    const tookMs = Math.min(LONGEST_MS, clock.now() - publishedAt);
    costMs += COST_WEIGHT * (tookMs - costMs);
  }

  return { soon, now, shown };
}
