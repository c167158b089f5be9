import type { RunEnd, RunEvent } from './runStore.ts';

const ENDS: ReadonlySet<unknown> = new Set<RunEnd>(['done', 'stopped', 'error']);

/** One entry as the words of `XADD`. */
export function toWords({ seq, data, end }: RunEvent): string[] {
  return [`${seq}-0`, 'd', data, ...(end === undefined ? [] : ['e', end])];
}

/** The entries in a reply of `XRANGE`. */
export function toEvents(reply: unknown): RunEvent[] {
  return list(reply).map((row) => {
    const [id, fields] = list(row);
    const [, data, , end] = list(fields);
    const event = { seq: Number.parseInt(String(id), 10), data: String(data) };
    return isEnd(end) ? { ...event, end } : event;
  });
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isEnd(value: unknown): value is RunEnd {
  return ENDS.has(value);
}
