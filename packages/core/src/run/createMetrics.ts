import type { Clock } from '../clock.ts';
import { isContent, type StreamEvent, type Usage } from '../event.ts';
import type { Metrics } from '../result.ts';

export interface MetricsRecorder {
  opened(): void;
  reconnecting(): void;
  /** Notes one arrival: all events that came in one piece. */
  arrived(events: readonly StreamEvent[]): void;
  /** `text`: all that the model wrote, for a guess at its tokens where nobody counted them. */
  read(attempts: number, text: string): Metrics;
}

const MAX_GAPS = 4_096;

/** Measures one stream. Every figure is measured, or says that it is a guess, or is absent. */
export function createMetrics(clock: Clock): MetricsRecorder {
  const startedAt = clock.now();
  const gaps: number[] = [];
  let [reconnects, deltas, arrivals, maxGapMs] = [0, 0, 0, 0];
  let hasReasoning = false;
  let headersMs: number | undefined;
  let firstAt: number | undefined;
  let lastAt = startedAt;
  let usage: Usage | undefined;

  function arrived(events: readonly StreamEvent[]): void {
    const before = deltas;
    for (const event of events) {
      if (event.type === 'usage') ({ usage } = event);
      if (event.type === 'reasoning') hasReasoning = true;
      if (isContent(event)) deltas += 1;
    }
    if (deltas > before) arrivedAt(clock.now());
  }

  function arrivedAt(now: number): void {
    if (firstAt === undefined) firstAt = now;
    else {
      const gapMs = now - lastAt;
      gaps[arrivals++ % MAX_GAPS] = gapMs;
      maxGapMs = Math.max(maxGapMs, gapMs);
    }
    lastAt = now;
  }

  function read(attempts: number, text: string): Metrics {
    const sorted = [...gaps].sort((a, b) => a - b);
    const percentile = (part: number): number | undefined => sorted[Math.floor((sorted.length - 1) * part)];
    const tokens = usage?.completionTokens ?? (text === '' ? undefined : guessTokens(text));
    // Reasoning that was counted but not sent was written before the first content.
    const hidden = hasReasoning ? 0 : (usage?.reasoningTokens ?? 0);
    const writingMs = lastAt - (firstAt ?? lastAt);
    return {
      headersMs,
      ttftMs: firstAt === undefined ? undefined : firstAt - startedAt,
      durationMs: clock.now() - startedAt,
      deltas,
      chars: text.length,
      maxGapMs,
      gapP50Ms: percentile(0.5),
      gapP95Ms: percentile(0.95),
      attempts,
      reconnects,
      tokens,
      tokensPerSecond: tokens && writingMs > 0 ? ((tokens - hidden) / writingMs) * 1_000 : undefined,
      tokensEstimated: tokens !== undefined && usage === undefined,
    };
  }

  return {
    opened: () => void (headersMs ??= clock.now() - startedAt),
    reconnecting: () => void (reconnects += 1),
    arrived,
    read,
  };
}

/** Han, kana and Hangul; digits in threes; letters; any other sign. */
const WORD_PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\d{1,3}|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\p{L})+|\S/gu;

/** Counts what tokenizers commonly make one token of; a run of letters is one for each five. */
function guessTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(WORD_PIECE)) tokens += Math.ceil(piece.length / 5);
  return tokens;
}
