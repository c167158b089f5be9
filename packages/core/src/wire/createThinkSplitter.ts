import { isContent, type StreamEvent } from '../event.ts';

export interface ThinkSplitter {
  /** Passes an event on, its text divided into text and reasoning. */
  split(event: StreamEvent): StreamEvent[];
  /** Hands out what was held back because it might have become a tag. */
  end(): StreamEvent[];
}

/**
 * Reads `<think>…</think>` inside the text as reasoning: models served without a reasoning parser write it there.
 *
 * The tags may be cut anywhere; at most seven characters wait for the rest of one.
 */
export function createThinkSplitter(): ThinkSplitter {
  let held = '';
  let type: 'text' | 'reasoning' = 'text';

  const write = (text: string): StreamEvent[] => (text === '' ? [] : [{ type, text }]);

  function split(event: StreamEvent): StreamEvent[] {
    // Counts and the like come between any two pieces of text; only what shows something ends a tag.
    if (event.type !== 'text') return isContent(event) || event.type === 'finish' ? [...end(), event] : [event];
    const events: StreamEvent[] = [];
    let rest = held + event.text;
    let tag = nextTag();
    for (let at = rest.indexOf(tag); at >= 0; at = rest.indexOf(tag)) {
      events.push(...write(rest.slice(0, at)));
      rest = rest.slice(at + tag.length);
      type = type === 'text' ? 'reasoning' : 'text';
      tag = nextTag();
    }
    let holdChars = tag.length - 1;
    while (!rest.endsWith(tag.slice(0, holdChars))) holdChars -= 1;
    held = tag.slice(0, holdChars);
    return events.concat(write(rest.slice(0, rest.length - holdChars)));
  }

  const nextTag = (): string => (type === 'text' ? '<think>' : '</think>');

  function end(): StreamEvent[] {
    const text = held;
    held = '';
    return write(text);
  }

  return { split, end };
}
