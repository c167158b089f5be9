import { BODY_FAULTS } from './bodyFaults.ts';
import { CONNECTION_FAULTS } from './connectionFaults.ts';
import { CONTENT_FAULTS } from './contentFaults.ts';
import { CUT_FAULTS } from './cutFaults.ts';
import { ENDING_FAULTS } from './endingFaults.ts';
import type { Fault } from './fault.ts';
import { FRAMING_FAULTS } from './framingFaults.ts';
import { SILENCE_FAULTS } from './silenceFaults.ts';
import { STATUS_FAULTS } from './statusFaults.ts';

/** Every fault the emulator can play, by group. */
export const FAULTS: readonly Fault[] = [
  ...CONNECTION_FAULTS,
  ...CUT_FAULTS.map(forStreams),
  ...SILENCE_FAULTS,
  ...CONTENT_FAULTS.map(forStreams),
  ...ENDING_FAULTS.map(forStreams),
  ...BODY_FAULTS,
  ...STATUS_FAULTS,
  ...FRAMING_FAULTS.map(forStreams),
];

/** A fault of events, which a JSON reply has none of. */
function forStreams(fault: Fault): Fault {
  return { ...fault, streamOnly: fault.anyReply !== true };
}
