import { isFootnoteName } from '../rules/footnotes.ts';

/** What a link label means. */
export interface Reference {
  readonly href: string;
  readonly title: string;
}

/** The labels a text looked up, and what each reading of it found. */
export type Uses = readonly ReadonlyMap<string, Reference | undefined>[];

const ASSUMED: Reference = { href: '', title: '' };

/** What link labels mean, and who asked. */
export interface Definitions {
  /** For the parser: reads look a label up, writes define it. */
  readonly references: Record<string, Reference>;
  /** What a label means now. */
  find(label: string): Reference | undefined;
  /** Forgets the definitions of the open part of the source, which is about to be parsed again. */
  reopen(): void;
  /** Whether to take footnotes for defined that are not yet: their texts mostly come last. */
  assumeFootnotes(assume: boolean): void;
  /** Keeps a definition for good, because its source is closed. */
  settle(label: string): void;
  /** Labels that the open part defines. */
  openLabels(): readonly string[];
  /** Runs `read` and reports the labels it looked up. */
  watch<Result>(read: () => Result): { result: Result; uses: Uses };
}

/** Makes an empty table of definitions. */
export function createDefinitions(): Definitions {
  const settled = new Map<string, Reference>();
  const open = new Map<string, Reference>();
  let assuming = false;
  let uses: Map<string, Reference | undefined> | undefined;

  const find = (label: string): Reference | undefined =>
    settled.get(label) ?? open.get(label) ?? (assuming && isFootnoteName(label) ? ASSUMED : undefined);

  // Every lookup passes here, so that what a text depends on is known exactly and not guessed from its brackets.
  const references = new Proxy<Record<string, Reference>>(
    {},
    {
      get(_target, label) {
        const found = find(String(label));
        uses?.set(String(label), found);
        return found;
      },
      set(_target, label, reference: Reference) {
        if (!open.has(String(label))) open.set(String(label), reference); // the first one counts
        return true;
      },
    },
  );

  return {
    references,
    find,
    reopen: () => open.clear(),
    assumeFootnotes(assume) {
      assuming = assume;
    },
    settle(label) {
      const reference = open.get(label);
      if (reference !== undefined && !settled.has(label)) settled.set(label, reference);
    },
    openLabels: () => [...open.keys()],
    watch(read) {
      const before = uses;
      uses = new Map();
      const watched = uses;
      const result = read();
      uses = before;
      return { result, uses: watched.size > 0 ? [watched] : [] };
    },
  };
}

/** Whether two meanings lead to the same place in the same words. */
export function isSameReference(left: Reference | undefined, right: Reference | undefined): boolean {
  return left?.href === right?.href && left?.title === right?.title;
}
