import type { Block, FootnoteEntry } from '../node.ts';
import { isFootnoteName } from '../rules/footnotes.ts';

/** Knows the footnotes of a document in the order in which its text refers to them. */
export interface FootnoteOrder {
  /** Notes what closed text looked up, in the order of the text. */
  look(labels: Iterable<string>): void;
  /** Notes the footnotes among closed blocks. */
  close(blocks: readonly Block[]): void;
  /** Every name that closed text looked up. */
  names(): Iterable<string>;
  /**
   * The footnotes that are referred to; the same list as before if they are the same.
   *
   * @param open - The open blocks, and what they looked up.
   * @param find - Finds a block by its id.
   * @param isDefined - Whether a name stands for a footnote, found or not.
   */
  read(
    open: { blocks: readonly Block[]; labels: Iterable<string> },
    find: (id: number) => Block | undefined,
    isDefined: (name: string) => boolean,
  ): readonly FootnoteEntry[];
}

/** Makes the order of an empty document. */
export function createFootnoteOrder(): FootnoteOrder {
  const referred = new Set<string>();
  const ids = new Map<string, number>();
  let last: readonly FootnoteEntry[] = [];

  return {
    look(labels) {
      for (const label of labels) if (isFootnoteName(label)) referred.add(label);
    },
    close: (blocks) => addIds(blocks, ids),
    names: () => referred,
    read(open, find, isDefined) {
      const names = new Set([...referred, ...[...open.labels].filter(isFootnoteName)]);
      if (names.size === 0) return last;
      const all = new Map(ids);
      addIds(open.blocks, all);
      const entries = [...names].filter(isDefined).map((name) => {
        const block = find(all.get(name) ?? -1);
        return { name, footnote: block?.type === 'footnote' ? block : undefined };
      });
      if (!isSame(entries, last)) last = entries;
      return last;
    },
  };
}

function addIds(blocks: readonly Block[], ids: Map<string, number>): void {
  for (const block of blocks) if (block.type === 'footnote' && !ids.has(block.name)) ids.set(block.name, block.id);
}

function isSame(left: readonly FootnoteEntry[], right: readonly FootnoteEntry[]): boolean {
  const isEqual = ({ name, footnote }: FootnoteEntry, index: number): boolean =>
    name === right[index]?.name && footnote === right[index].footnote;
  return left.length === right.length && left.every(isEqual);
}
