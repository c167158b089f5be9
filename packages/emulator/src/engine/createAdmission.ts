import type { EmulatorClock } from '../timing/clock.ts';
import { tooManyRequests, type Problem } from '../wire/problem.ts';

const MINUTE_MS = 60_000;

/** Creates a check that lets `perMinute` requests in within any minute and refuses the others. */
export function createAdmission(perMinute: number, clock: EmulatorClock): () => Problem | undefined {
  let admitted: number[] = [];
  return () => {
    if (perMinute === Infinity) return undefined;
    const now = clock.now();
    admitted = admitted.filter((at) => now - at < MINUTE_MS);
    const [oldest = now] = admitted;
    if (admitted.length >= perMinute) return tooManyRequests(String(Math.ceil((oldest + MINUTE_MS - now) / 1000)));
    admitted.push(now);
    return undefined;
  };
}
