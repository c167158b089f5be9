import type { EmulatorOptions } from '../options.ts';
import { resolveTiming } from '../timing/resolveTiming.ts';
import { systemClock } from '../timing/systemClock.ts';
import type { Timing } from '../timing/timing.ts';
import { MODELS } from '../wire/models.ts';
import type { EmulatorClock } from '../timing/clock.ts';

/** Options with every default in place. */
export interface ResolvedOptions extends EmulatorOptions {
  readonly seed: number;
  readonly clock: EmulatorClock;
  readonly models: readonly string[];
  readonly defaultModel: string;
  readonly logSize: number;
  readonly timing: Timing;
}

/** @throws TypeError - when an option cannot be meant. */
export function resolveOptions(options: EmulatorOptions): ResolvedOptions {
  const { seed = 1, clock = systemClock, models = MODELS, logSize = 1000 } = options;
  const { requestsPerMinute = Infinity, replaySpeed = 1 } = options;
  const [defaultModel] = models;
  if (defaultModel === undefined) throw new TypeError('`models` is empty; name at least one model id.');
  if (!Number.isFinite(seed)) throw new TypeError(`\`seed\` is ${seed}; it must be a number.`);
  if (!isFrom(1, requestsPerMinute)) {
    throw new TypeError(
      `\`requestsPerMinute\` is ${requestsPerMinute}; it must be 1 or more. To refuse all, use the fault \`rate-limit\`.`,
    );
  }
  if (!isFrom(0, logSize)) throw new TypeError(`\`logSize\` is ${logSize}; it must be 0 or more.`);
  if (!isFrom(Number.MIN_VALUE, replaySpeed))
    throw new TypeError(`\`replaySpeed\` is ${replaySpeed}; it must be over 0.`);
  return { ...options, seed, clock, models, defaultModel, logSize, timing: resolveTiming(options) };
}

/** Types may be ignored by JavaScript callers, so text does not pass for a number. */
function isFrom(least: number, value: unknown): boolean {
  return typeof value === 'number' && value >= least;
}
