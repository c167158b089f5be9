import type { RunStore } from './runStore.ts';

/** How often a run is looked at while it may linger. */
const LOOKS = 8;

/**
 * Ends a run that nobody has read for a while, through any process.
 *
 * @param leave - Called when `lingerMs` have passed since the last reader.
 * @returns A function that ends the watch.
 */
export function watchReaders(runId: string, store: RunStore, lingerMs: number, leave: () => void): () => void {
  let aloneMs = 0;

  async function look(): Promise<void> {
    const status = await store.status(runId);
    aloneMs = status?.hasReaders === true ? 0 : aloneMs + lingerMs / LOOKS;
    if (aloneMs >= lingerMs) leave();
  }

  // A store that cannot be asked is no reason to go on for ever: it counts as nobody.
  const timer = setInterval(() => {
    look().catch(() => {
      aloneMs += lingerMs / LOOKS;
      if (aloneMs >= lingerMs) leave();
    });
  }, lingerMs / LOOKS);
  return () => clearInterval(timer);
}
