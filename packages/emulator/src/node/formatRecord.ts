import type { RequestRecord } from '../engine/requestRecord.ts';

/** One line for people: what was asked, or how it ended. */
export function formatRecord(record: RequestRecord): string {
  const { path, model, question, outcome, tokens, durationMs, status, fault } = record;
  const asked = [model || path, question === '' ? '' : JSON.stringify(question), fault ? `fault ${fault}` : ''];
  const subject = asked.filter(Boolean).join(' ');
  if (outcome === 'running') return `→ ${subject}\n`;
  return `← ${subject}: ${outcome}, ${tokens} ${tokens === 1 ? 'token' : 'tokens'}, ${status ?? 'no reply'}, ${Math.round(durationMs)} ms\n`;
}
