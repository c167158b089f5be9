import type { RequestRecord } from './engine/requestRecord.ts';
import type { Answer, Question, Skill } from './skills/skill.ts';
import type { EmulatorClock } from './timing/clock.ts';
import type { Timing } from './timing/timing.ts';

/** What a request looks like to the `fault` option. */
export interface FaultTrigger {
  /** Counts the requests of this emulator from 1. */
  readonly number: number;
  readonly path: string;
  readonly model: string;
  /** The last thing the user said. */
  readonly question: string;
}

/** Options of every face of the emulator. All are optional. */
export interface EmulatorOptions extends Partial<Timing> {
  /** The same seed gives the same answers, ids and pauses. @defaultValue 1 */
  readonly seed?: number;
  /** A question that is asked again gets another answer where there is one, as with a real model. @defaultValue false */
  readonly vary?: boolean;
  /** Where time comes from. @defaultValue the real clock */
  readonly clock?: EmulatorClock;
  /** Model ids offered; the first is the default. @defaultValue Ling, Ring and Ming ids */
  readonly models?: readonly string[];
  /** A fault to play on every request, such as `'reset@120'`, or a function that picks one. */
  readonly fault?: string | ((request: FaultTrigger) => string | undefined);
  /** Answers before the built-in skills do; `undefined` leaves the question to them. */
  readonly answer?: string | ((question: Question) => string | Answer | undefined);
  /** Skills asked before the built-in ones. */
  readonly skills?: readonly Skill[];
  /** The only key accepted. @defaultValue every key, and none */
  readonly apiKey?: string;
  /** More requests than this within a minute get 429 with `Retry-After`. @defaultValue no limit */
  readonly requestsPerMinute?: number;
  /** How many requests are remembered. @defaultValue 1000 */
  readonly logSize?: number;
  /** A recording (the text of a `.jsonl` file) to answer from instead of the skills. */
  readonly replay?: string;
  /** How fast a recording is played: 1 as recorded, `Infinity` without waits. @defaultValue 1 */
  readonly replaySpeed?: number;
  /** Called when a request starts, and once more when it is finished, faulted or left by its client. */
  readonly onLog?: (record: RequestRecord) => void;
}
