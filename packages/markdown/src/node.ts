/**
 * A list in pieces, in order. A piece that did not change is the same array as before, so a reader may skip it
 * whole; `list.flat()` gives the plain list.
 */
export type Chunked<Entry> = readonly (readonly Entry[])[];

/** What stands inside a line of text. */
export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'emphasis' | 'strong' | 'deleted'; readonly children: readonly Inline[] }
  | Link
  | Image
  | { readonly type: 'break' }
  /** A formula in TeX; one for a line of its own is `display`. */
  | { readonly type: 'math'; readonly value: string; readonly display: boolean }
  /** A mark that leads to the footnote of the same name. */
  | { readonly type: 'footnote'; readonly name: string };

/**
 * A link. `href` is what the author wrote, percent-encoded; whoever renders it decides whether it is safe. It is
 * `undefined` while it is being written.
 */
export interface Link {
  readonly type: 'link';
  readonly href: string | undefined;
  readonly title: string;
  readonly children: readonly Inline[];
}

/**
 * An image. `src` is what the author wrote, percent-encoded; whoever renders it decides whether it is loaded. It is
 * `undefined` while it is being written.
 */
export interface Image {
  readonly type: 'image';
  readonly src: string | undefined;
  readonly title: string;
  readonly alt: string;
}

/** A stretch of text: a paragraph, or a heading of `depth` 1 to 6. */
export type TextBlock = {
  readonly id: number;
  readonly children: Chunked<Inline>;
} & ({ readonly type: 'paragraph' } | { readonly type: 'heading'; readonly depth: number });

/** A block of code. Its text is `text.join('')`; a finished piece of it never changes. */
export interface CodeBlock {
  readonly type: 'code';
  readonly id: number;
  /** First word after the fence, or `''`. */
  readonly language: string;
  /** Everything after the fence's first word, or `''`. */
  readonly meta: string;
  readonly text: readonly string[];
}

/** What a quote warns of, if it starts with a line like `[!NOTE]`. */
export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** A block quote. */
export interface Quote {
  readonly type: 'quote';
  readonly id: number;
  readonly alert: AlertKind | undefined;
  readonly children: Chunked<Block>;
}

/** A list; ordered when it has a `start`. */
export interface List {
  readonly type: 'list';
  readonly id: number;
  readonly start: number | undefined;
  /** Whether its items are set apart, so that their paragraphs keep their margins. */
  readonly loose: boolean;
  readonly items: Chunked<ListItem>;
}

/** One item of a list; a task when `checked` is known. */
export interface ListItem {
  readonly id: number;
  readonly checked: boolean | undefined;
  readonly children: Chunked<Block>;
}

/** How a table's column is aligned; `''` where the author did not say. */
export type Alignment = '' | 'left' | 'center' | 'right';

/** A table with one head row. */
export interface Table {
  readonly type: 'table';
  readonly id: number;
  readonly alignments: readonly Alignment[];
  readonly head: TableRow;
  readonly rows: Chunked<TableRow>;
}

/** One row of a table: its cells, each a line of text. */
export interface TableRow {
  readonly id: number;
  readonly cells: readonly Chunked<Inline>[];
}

/** A footnote that the text refers to; its place in the list is its number. */
export interface FootnoteEntry {
  readonly name: string;
  /** `undefined` as long as it is not written. */
  readonly footnote: Footnote | undefined;
}

/** A formula in TeX, in lines of its own. */
export interface MathBlock {
  readonly type: 'math';
  readonly id: number;
  readonly value: string;
}

/** The text of a footnote, where the author wrote it. */
export interface Footnote {
  readonly type: 'footnote';
  readonly id: number;
  readonly name: string;
  readonly children: Chunked<Block>;
}

/** One block. Its `id` is its place among its siblings, counted from 0, and stays with it. */
export type Block =
  | TextBlock
  | CodeBlock
  | Quote
  | List
  | Table
  | MathBlock
  | Footnote
  | { readonly type: 'rule'; readonly id: number };
