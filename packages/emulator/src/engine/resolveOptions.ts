import type { EmulatorOptions } from '../options.ts';
import { systemClock } from '../timing/systemClock.ts';
import { DEFAULT_TIMING, type Timing } from '../timing/timing.ts';
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
  const [defaultModel] = models;
  if (defaultModel === undefined) throw new TypeError('`models` is empty; name at least one model id.');
  return { ...options, seed, clock, models, defaultModel, logSize, timing: resolveTiming(options) };
}

/** Puts what is given over a base timing. @throws TypeError - when a number cannot be meant. */
export function resolveTiming(given: Partial<Timing>, base: Timing = DEFAULT_TIMING): Timing {
  const timing = {
    ttftMs: given.ttftMs ?? base.ttftMs,
    tokensPerSecond: given.tokensPerSecond ?? base.tokensPerSecond,
    jitter: given.jitter ?? base.jitter,
    burst: given.burst ?? base.burst,
    stallEvery: given.stallEvery ?? base.stallEvery,
    stallMs: given.stallMs ?? base.stallMs,
  };
  for (const [name, value] of Object.entries(timing)) {
    if (!(value >= 0)) throw new TypeError(`\`${name}\` is ${value}; it must be 0 or more.`);
  }
  if (timing.tokensPerSecond === 0)
    throw new TypeError('`tokensPerSecond` is 0; use the fault `silence-midway` for that.');
  if (timing.jitter > 1) throw new TypeError(`\`jitter\` is ${timing.jitter}; it must be from 0 to 1.`);
  return { ...timing, burst: Math.max(1, Math.round(timing.burst)) };
}
