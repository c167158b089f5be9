import type { EmulatorOptions, FaultTrigger } from '../options.ts';
import { parseFault, type FaultCall } from './parseFault.ts';

/** Picks the fault of a request: its header's, else its model name's, else the option's. */
export type FaultChooser = (header: string | undefined, trigger: FaultTrigger) => FaultCall | undefined;

const MODEL = /^fault:(.+)$/;
const MOST_SPECS = 100;

/**
 * Creates a chooser that counts, for faults such as `overloaded*2`.
 *
 * @throws FaultSpecError - when the option names no fault; the chooser throws it for a header or a model name.
 */
export function createFaultChooser(option: EmulatorOptions['fault']): FaultChooser {
  const always = typeof option === 'string' ? parseFault(option) : undefined;
  const played = new Map<string, number>();

  function choose(header: string | undefined, trigger: FaultTrigger): FaultCall | undefined {
    const named = header ?? MODEL.exec(trigger.model)?.[1];
    if (named !== undefined) return parseFault(named);
    const picked = typeof option === 'function' ? option(trigger) : undefined;
    return picked === undefined ? always : parseFault(picked);
  }

  /** After `times` faulty replies one gets through, and the count begins again. */
  function isDue({ spec, times }: FaultCall): boolean {
    if (times === Infinity) return true;
    const count = played.get(spec) ?? 0;
    if (played.size >= MOST_SPECS) played.clear();
    played.set(spec, count < times ? count + 1 : 0);
    return count < times;
  }

  return (header, trigger) => {
    const call = choose(header, trigger);
    return call && isDue(call) ? call : undefined;
  };
}
