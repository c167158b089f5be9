import { shorten } from '../text/shorten.ts';
import type { EmulatorClock } from '../timing/clock.ts';
import type { Outcome, RequestRecord } from './requestRecord.ts';

const QUESTION_CHARS = 80;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** One request while it runs. */
export interface LogEntry {
  /** Adds what became known. */
  update(known: Partial<RequestRecord>): void;
  addTokens(tokens: number): void;
  addBytes(bytes: number): void;
  end(outcome: Exclude<Outcome, 'running'>): void;
  /** A copy of the record as it stands. */
  snapshot(): RequestRecord;
}

/** The last requests, oldest first. */
export interface RequestLog {
  start(known: Pick<RequestRecord, 'id' | 'method' | 'path'>): LogEntry;
  list(): readonly RequestRecord[];
  clear(): void;
}

const UNKNOWN = {
  model: '',
  question: '',
  messages: 0,
  stream: false,
  fault: undefined,
  status: undefined,
  tokens: 0,
  bytes: 0,
  outcome: 'running',
  durationMs: 0,
} as const;

/** Creates a log that keeps at most `size` requests, so that a server may run for months. */
export function createRequestLog(size: number, clock: EmulatorClock): RequestLog {
  let records: Mutable<RequestRecord>[] = [];

  const age = ({ startedAt }: RequestRecord) => clock.now() - startedAt;
  const copy = (record: RequestRecord): RequestRecord =>
    record.outcome === 'running' ? { ...record, durationMs: age(record) } : { ...record };

  function start(known: Pick<RequestRecord, 'id' | 'method' | 'path'>): LogEntry {
    const record: Mutable<RequestRecord> = { ...UNKNOWN, ...known, startedAt: clock.now() };
    records.push(record);
    if (records.length > size) records.shift();
    return {
      update: (more) =>
        void Object.assign(record, more, { question: shorten(more.question ?? record.question, QUESTION_CHARS) }),
      addTokens: (tokens) => void (record.tokens += tokens),
      addBytes: (bytes) => void (record.bytes += bytes),
      end: (outcome) => void Object.assign(record, { outcome, durationMs: age(record) }),
      snapshot: () => copy(record),
    };
  }

  return { start, list: () => records.map(copy), clear: () => void (records = []) };
}
