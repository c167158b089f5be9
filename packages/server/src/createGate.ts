/** Bounds how many answers are written at the same time. */
export interface Gate {
  /**
   * Lets one more in.
   *
   * @param user - Has a bound of their own; nobody in particular when `undefined`.
   * @returns A function to call once at the end, or who has too many.
   */
  enter(user: string | undefined): (() => void) | 'all' | 'user';
}

/** Creates a gate that holds `streams` in all, and `streamsPerUser` of each user. */
export function createGate({ streams, streamsPerUser }: { streams: number; streamsPerUser: number }): Gate {
  // A map, not an object: users may have any name.
  const users = new Map<string, number>();
  let inside = 0;

  return {
    enter(user) {
      const own = (user !== undefined && users.get(user)) || 0;
      if (inside >= streams) return 'all';
      if (user !== undefined && own >= streamsPerUser) return 'user';
      inside += 1;
      if (user !== undefined) users.set(user, own + 1);
      return once(() => {
        inside -= 1;
        if (user === undefined) return;
        const left = (users.get(user) ?? 0) - 1;
        if (left > 0) users.set(user, left);
        else users.delete(user);
      });
    },
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
