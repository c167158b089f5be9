import { type Definitions, isSameReference, type Reference } from '../parse/createDefinitions.ts';

/** Knows which closed blocks looked a label up, so that a late definition reaches those and no others. */
export interface UseIndex {
  /** Notes that a block looked labels up. */
  note(id: number, labels: Iterable<string>): void;
  /** Notes that labels may mean something else now. */
  touch(labels: Iterable<string>): void;
  /** Ids of the blocks that may have been read with an older meaning, since the last call. */
  takeStale(): ReadonlySet<number>;
}

/** Makes an empty index over a table of definitions. */
export function createUseIndex(definitions: Definitions): UseIndex {
  const users = new Map<string, Set<number>>();
  const meanings = new Map<string, Reference | undefined>();
  let touched = new Set<string>();
  let fresh = new Set<string>();

  function note(id: number, labels: Iterable<string>): void {
    for (const label of labels) {
      const ids = users.get(label) ?? new Set();
      users.set(label, ids.add(id));
      if (!meanings.has(label)) meanings.set(label, definitions.find(label));
      fresh.add(label);
    }
  }

  function takeStale(): ReadonlySet<number> {
    const stale = new Set<number>();
    for (const label of touched) {
      const meaning = definitions.find(label);
      if (isSameReference(meanings.get(label), meaning) && !fresh.has(label)) continue;
      meanings.set(label, meaning);
      for (const id of users.get(label) ?? []) stale.add(id);
    }
    // What the open part defines may be gone with the next character.
    touched = new Set(definitions.openLabels());
    fresh = new Set();
    return stale;
  }

  return {
    note,
    touch: (labels) => {
      for (const label of labels) touched.add(label);
    },
    takeStale,
  };
}
