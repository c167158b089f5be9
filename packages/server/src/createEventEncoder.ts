import type { StreamEvent, Usage } from '@ling-stream/core';

/**
 * Writes events in our dialect, of which the tutorial's `{content}` is a part.
 *
 * @param withIds - Whether each event gets an id line. Only for clients that ask: the tutorial's client loses an event
 *   that has one.
 */
export function createEventEncoder(withIds: boolean): (events: readonly StreamEvent[]) => string {
  let sequence = 0;

  function encode(event: StreamEvent): string {
    const fields = fieldsOf(event);
    if (fields === null) return '';
    sequence += 1;
    return `${withIds ? `id: ${sequence}\n` : ''}data: ${JSON.stringify(fields)}\n\n`;
  }

  return (events) => events.map(encode).join('');
}

function fieldsOf(event: StreamEvent): object | null {
  switch (event.type) {
    case 'text':
    case 'refusal':
      return { content: event.text };
    case 'reasoning':
      return { reasoning: event.text };
    case 'tool-call': {
      const { index, id, name, argumentsDelta } = event;
      return { tool_calls: [{ index, id, name, arguments: argumentsDelta }] };
    }
    case 'source':
      return { sources: [{ url: event.url, title: event.title }] };
    case 'usage':
      return { usage: usageFields(event.usage) };
    case 'finish':
      return event.reason === null ? null : { finish_reason: event.reason };
    default:
      return null;
  }
}

function usageFields(usage: Usage): object {
  return {
    prompt_tokens: usage.promptTokens,
    completion_tokens: usage.completionTokens,
    total_tokens: usage.totalTokens,
    reasoning_tokens: usage.reasoningTokens,
    cached_tokens: usage.cachedTokens,
  };
}
