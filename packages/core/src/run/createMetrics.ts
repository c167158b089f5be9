import type { Clock } from '../clock.ts';
import { isContent, type StreamEvent, type Usage } from '../event.ts';
import type { Metrics } from '../result.ts';

export interface MetricsRecorder {
  attempt(): void;
  opened(): void;
  reconnecting(): void;
  /** Notes one arrival: all events that came in one piece. */
  arrived(events: readonly StreamEvent[]): void;
  read(): Metrics;
}

const MAX_GAPS = 4_096;

/** Measures one stream. Every figure is measured, or says that it is a guess, or is absent. */
export function createMetrics(clock: Clock): MetricsRecorder {
  const startedAt = clock.now();
  const gaps: number[] = [];
  const seen = { attempts: 0, reconnects: 0, deltas: 0, chars: 0, guessedTokens: 0, arrivals: 0 };
  let headersMs: number | undefined;
  let firstAt: number | undefined;
  let lastAt = startedAt;
  let usage: Usage | undefined;

  function arrived(events: readonly StreamEvent[]): void {
    const before = seen.deltas;
    for (const event of events) {
      if (event.type === 'usage') ({ usage } = event);
      if (isContent(event)) seen.deltas += 1;
      if ('text' in event) {
        seen.chars += event.text.length;
        seen.guessedTokens += guessTokens(event.text);
      }
    }
    if (seen.deltas === before) return;
    const now = clock.now();
    if (firstAt === undefined) firstAt = now;
    else gaps[seen.arrivals++ % MAX_GAPS] = now - lastAt;
    lastAt = now;
  }

  function read(): Metrics {
    const sorted = [...gaps].sort((a, b) => a - b);
    const tokens = usage?.completionTokens ?? (seen.chars > 0 ? Math.round(seen.guessedTokens) : undefined);
    const writingMs = firstAt === undefined ? 0 : lastAt - firstAt;
    return {
      ...(headersMs !== undefined && { headersMs }),
      ...(firstAt !== undefined && { ttftMs: firstAt - startedAt }),
      durationMs: clock.now() - startedAt,
      deltas: seen.deltas,
      chars: seen.chars,
      maxGapMs: sorted.at(-1) ?? 0,
      ...percentiles(sorted),
      attempts: seen.attempts,
      reconnects: seen.reconnects,
      ...(tokens !== undefined && { tokens }),
      ...(tokens !== undefined && writingMs > 0 && { tokensPerSecond: (tokens / writingMs) * 1_000 }),
      tokensEstimated: usage === undefined,
    };
  }

  return {
    attempt: () => void (seen.attempts += 1),
    opened: () => void (headersMs ??= clock.now() - startedAt),
    reconnecting: () => void (seen.reconnects += 1),
    arrived,
    read,
  };
}

function percentiles(sorted: readonly number[]): { readonly gapP50Ms?: number; readonly gapP95Ms?: number } {
  const gapP50Ms = sorted[Math.floor((sorted.length - 1) * 0.5)];
  const gapP95Ms = sorted[Math.floor((sorted.length - 1) * 0.95)];
  return { ...(gapP50Ms !== undefined && { gapP50Ms }), ...(gapP95Ms !== undefined && { gapP95Ms }) };
}

/** About one token a Han, kana or Hangul character, one for four of anything else. */
function guessTokens(text: string): number {
  let tokens = 0;
  for (let index = 0; index < text.length; index += 1) tokens += text.charCodeAt(index) >= 0x2e80 ? 1 : 0.25;
  return tokens;
}
