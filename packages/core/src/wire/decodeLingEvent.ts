import type { StreamEvent } from '../event.ts';
import { decodeFinishReason } from './decodeFinishReason.ts';
import { decodeSources } from './decodeSources.ts';
import { decodeUsage } from './decodeUsage.ts';
import { asText, type JsonObject } from './json.ts';

const FIELDS = ['content', 'reasoning', 'tool_calls', 'sources', 'usage', 'finish_reason', 'runId', 'model'];

/** Whether a JSON value speaks our dialect, of which the tutorial's `{content}` is a part. */
export function isLingEvent(value: JsonObject): boolean {
  return FIELDS.some((field) => field in value);
}

/** Decodes one event of our dialect; its fields may stand together. */
export function decodeLingEvent(
  value: JsonObject,
  decodeToolCalls: (value: unknown) => readonly StreamEvent[],
  emit: (event: StreamEvent) => void,
): void {
  const reasoning = asText(value['reasoning']);
  if (reasoning !== undefined) emit({ type: 'reasoning', text: reasoning });
  const content = asText(value['content']);
  if (content !== undefined) emit({ type: 'text', text: content });
  for (const call of decodeToolCalls(value['tool_calls'])) emit(call);
  for (const source of decodeSources({ sources: value['sources'] })) emit(source);
  const usage = decodeUsage(value['usage']);
  if (usage !== undefined) emit({ type: 'usage', usage });
  const raw = asText(value['finish_reason']);
  if (raw !== undefined) emit({ type: 'finish', reason: decodeFinishReason(raw), raw });
}
