import type { StreamEvent, Usage } from '@ling-stream/core';

/** Writes an event in our dialect, of which the tutorial's `{content}` is a part; `null` when the client needs none. */
export function encodeEvent(event: StreamEvent): string | null {
  const fields = fieldsOf(event);
  return fields === null ? null : JSON.stringify(fields);
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
