import type { StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import type { EventDecoder } from '../wire/createDecoder.ts';
import { decodeJsonReply } from './readJsonReply.ts';

/** Knows a body that calls itself an event stream, or nothing at all, and is something else. */
export interface BodySniffer {
  /** Takes in the next piece of the body. */
  add(text: string): void;
  /** An event came: the body is a stream, and nothing more is kept of it. */
  trust(): void;
  /**
   * The body is over.
   *
   * @param decode - Absent where JSON cannot be an answer.
   * @returns Whether the body was a JSON reply; `emit` has heard what that stands for.
   */
  end(decode: EventDecoder | undefined, emit: (event: StreamEvent) => void): boolean;
}

/** Keeps the text of a body only while it may be a page or JSON, which no event stream begins like. */
export function createBodySniffer(): BodySniffer {
  let text = '';
  let isStream = false;

  function trust(): void {
    isStream = true;
    text = '';
  }

  return {
    trust,
    add(piece) {
      if (isStream) return;
      text = text === '' ? piece.replace(/^[\s\uFEFF]+/, '') : text + piece;
      if (text !== '' && !/^[<{[]/.test(text)) trust();
    },
    end(decode, emit) {
      if (text === '') return false;
      if (decode !== undefined && !text.startsWith('<')) {
        decodeJsonReply(text, decode).forEach(emit);
        return true;
      }
      const what = text.startsWith('<') ? 'a page' : 'JSON';
      const message = `The chat endpoint answered with ${what} instead of an event stream. A login page or another route may stand in its place.`;
      throw new LingError('protocol', message, { phase: 'stream' });
    },
  };
}
