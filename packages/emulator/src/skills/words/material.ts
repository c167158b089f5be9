/** Material for a text of any length. */
export interface Material {
  readonly title: string;
  /** Each round through the sections is one of these, in turn. */
  readonly seasons: readonly string[];
  /** Sections in order, each with sentences in order. */
  readonly sections: readonly Section[];
  /** The n-th is a closing sentence of n + 1 words, so that any rest can be filled. */
  readonly closings: readonly string[];
  /** What stands between two sentences. */
  readonly sentenceGap: string;
}

export interface Section {
  readonly heading: string;
  readonly sentences: readonly string[];
}
