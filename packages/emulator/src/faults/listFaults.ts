import { FAULTS } from './faults.ts';

/** What there is to know about a fault before it is asked for. */
export interface FaultDescription {
  /** Use it as `fault`, in the header `X-Ling-Fault`, or as the model `fault:<name>`. */
  readonly name: string;
  /** One sentence; `N` stands for the value after `@`. */
  readonly summary: string;
  /** The value when none is given after `@`; absent when the fault takes none. */
  readonly value?: number;
}

/** Lists every fault, for a menu or a Storybook control. */
export function listFaults(): readonly FaultDescription[] {
  return FAULTS.map(({ name, summary, value }) => (value === undefined ? { name, summary } : { name, summary, value }));
}
