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

const SPEC = /^([a-z\d-]+)(?:@([^*]*))?(?:\*(.*))?$/;

/**
 * Reads a fault such as `reset@120` or `overloaded*2`.
 *
 * @throws FaultSpecError - when there is no such fault, or it takes no value.
 */
export function parseFault(spec: string): FaultCall {
  const plain = spec.trim().toLowerCase();
  const [, name, value, times] = SPEC.exec(plain) ?? [];
  const fault = FAULTS.find((known) => known.name === name);
  if (!fault) {
    const names = FAULTS.map((known) => known.name).join(', ');
    throw new FaultSpecError(`There is no fault "${spec}". The faults are: ${names}.`);
  }
  checkValue(fault, value);
  if (times !== undefined) checkWhole(fault.name, '*', times);
  return {
    spec: plain,
    fault,
    value: value === undefined ? (fault.value ?? 0) : Number(value),
    times: times === undefined ? Infinity : Number(times),
  };
}

function checkWhole(name: string, mark: '@' | '*', text: string): void {
  if (/^\d+$/.test(text)) return;
  throw new FaultSpecError(`In "${name}${mark}N", N must be a whole number; it is "${text}".`);
}

function checkValue({ name, value: usual, range = [0, Infinity] }: Fault, value: string | undefined): void {
  if (value === undefined) return;
  if (usual === undefined) throw new FaultSpecError(`The fault "${name}" takes no value.`);
  checkWhole(name, '@', value);
  const [least, most] = range;
  if (Number(value) < least || Number(value) > most) {
    const bounds = most === Infinity ? `${least} or more` : `from ${least} to ${most}`;
    throw new FaultSpecError(`The value of the fault "${name}" must be ${bounds}.`);
  }
}
