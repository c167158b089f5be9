import type { Fault } from './fault.ts';
import { FaultSpecError } from './FaultSpecError.ts';
import { FAULTS } from './faults.ts';

/** A fault that was asked for. */
export interface FaultCall {
  /** As it was written, for example `overloaded*2`. */
  readonly spec: string;
  readonly fault: Fault;
  /** The number after `@`, or the fault's own. */
  readonly value: number;
  /** The number after `*`: how many requests meet the fault before one gets through. */
  readonly times: number;
}

const SPEC = /^([a-z\d-]+)(?:@(\d+))?(?:\*(\d+))?$/;

/**
 * Reads a fault such as `reset@120` or `overloaded*2`.
 *
 * @throws FaultSpecError - when there is no such fault, or it takes no value.
 */
export function parseFault(spec: string): FaultCall {
  const [, name, value, times] = SPEC.exec(spec.trim()) ?? [];
  const fault = FAULTS.find((known) => known.name === name);
  if (!fault) {
    const names = FAULTS.map((known) => known.name).join(', ');
    throw new FaultSpecError(`There is no fault "${spec}". The faults are: ${names}.`);
  }
  checkValue(fault, value);
  return {
    spec: spec.trim(),
    fault,
    value: value === undefined ? (fault.value ?? 0) : Number(value),
    times: times === undefined ? Infinity : Number(times),
  };
}

function checkValue({ name, value: usual, range = [0, Infinity] }: Fault, value: string | undefined): void {
  if (value === undefined) return;
  if (usual === undefined) throw new FaultSpecError(`The fault "${name}" takes no value.`);
  const [least, most] = range;
  if (Number(value) < least || Number(value) > most) {
    throw new FaultSpecError(`The value of the fault "${name}" must be from ${least} to ${most}.`);
  }
}
