/** One way of doing the work of a row. */
export interface Entry {
  readonly name: string;
  /**
   * Does the work once; throws when its result is wrong, so that no figure comes from half the work.
   * What it returns is the figure; when it returns nothing, the figure is the CPU time it took.
   */
  run(): number | void | Promise<number | void>;
}

/** The same work, done by each entry in turn. */
export interface Bench {
  readonly name: string;
  /** What the ratios are of: the name of one entry. */
  readonly base: string;
  readonly entries: readonly Entry[];
  /** Rounds that count; one more comes first and does not. */
  readonly rounds: number;
  /** What the figures are. Defaults to `CPU ms`: CPU time of this process, in milliseconds. */
  readonly unit?: string;
  /** What we set ourselves, as a ratio to the base or as a figure, by entry. */
  readonly aims?: Readonly<Record<string, { readonly ratio?: number; readonly figure?: number }>>;
}

/** One measured line. */
export interface Row {
  readonly bench: string;
  readonly entry: string;
  readonly unit: string;
  /** Median over the rounds. */
  readonly figure: number;
  /** Median of the ratios to the base within the same round: what a busy machine changes least. */
  readonly ratio: number;
  readonly aim?: string;
}
