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
      if (id !== '' && lastId !== '' && Number(id) <= Number(lastId)) return false;
      lastId = id;
      return true;
    },
    reset: () => void (lastId = ''),
  };
}
