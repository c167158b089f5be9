import type { Uses } from '../parse/createDefinitions.ts';
import type { AlertKind, Block, Chunked, Inline, ListItem, TableRow } from '../node.ts';

/**
 * What was taken out of the source of the open block because it cannot change any more, and `inner`, the same for
 * the open child of that block.
 *
 * The source that is left parses into the same open blocks as the whole would, with a stand-in as the first child of
 * every block that lost some, so the parser never needs to see the closed part again.
 */
export type Fold =
  | {
      readonly type: 'blocks';
      readonly kept: Chunked<Block>;
      /** In an item: whether it is a task, and done. */
      readonly checked: boolean | undefined;
      /** In a quote: what it warns of. */
      readonly alert: AlertKind | undefined;
      /** In an item: whether a blank line was taken out from between two of its blocks. */
      readonly loose: boolean;
      readonly inner: Fold | undefined;
    }
  | {
      readonly type: 'items';
      readonly kept: Chunked<ListItem>;
      /** Whether a blank line was taken out from between two items or inside one. */
      readonly loose: boolean;
      readonly inner: Fold | undefined;
    }
  | { readonly type: 'rows'; readonly kept: Chunked<TableRow> }
  | { readonly type: 'code'; readonly kept: readonly string[] }
  | TextFold;

/** The start of a long stretch of text, what it was read from, and the definitions it used. */
export interface TextFold {
  readonly type: 'text';
  readonly kept: Chunked<Inline>;
  readonly source: string;
  readonly uses: Uses;
}
