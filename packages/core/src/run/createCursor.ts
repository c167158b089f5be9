import type { SseEvent } from '../wire/createSseParser.ts';

/** Where in its run a stream stands. */
export interface Cursor {
  /** The last id that was read; empty where the server gives none, and nothing can be resumed. */
  lastId(): string;
  /** Moves on with an event. `false`: it has been read before. */
  accepts(event: SseEvent): boolean;
  /** Another request begins at the beginning. */
  reset(): void;
}

/** Follows the ids of a stream, so that nothing is read twice however often the connection is made anew. */
export function createCursor(lastId = ''): Cursor {
  return {
    lastId: () => lastId,
    accepts({ id, hasOwnId }) {
      if (!hasOwnId) return true;
      if (isReadBefore(id, lastId)) return false;
      lastId = id;
      return true;
    },
    reset: () => void (lastId = ''),
  };
}

/** Whole numbers of any length follow one another; nothing is known about any other id, and nothing is dropped. */
function isReadBefore(id: string, lastId: string): boolean {
  const isNumber = /^-?\d{1,99}$/;
  return isNumber.test(id) && isNumber.test(lastId) && BigInt(id) <= BigInt(lastId);
}
