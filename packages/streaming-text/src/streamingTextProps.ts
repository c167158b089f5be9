import type { ComponentPropsWithoutRef, ComponentType } from 'react';
import type { StreamingTextLabels } from './labels.ts';
import type { Address } from './links/readAddress.ts';
import type { FenceProps, MathProps, StreamingTextComponents } from './settings.ts';
import type { TextStore } from './textStore.ts';

/** How `<StreamingText>` shows text. Every other prop goes to its `<div>`. */
export interface StreamingTextOptions extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** How to read the text. Defaults to `'markdown'`. */
  readonly format?: 'markdown' | 'plain';
  /** Whether a caret stands at the end while streaming. Screen readers do not see it. Defaults to `false`. */
  readonly caret?: boolean;
  /** Components to render in place of elements. */
  readonly components?: StreamingTextComponents;
  /** Renders formulas. Without, they are shown in the TeX they are written in. */
  readonly math?: ComponentType<MathProps>;
  /**
   * Components for blocks of code, by the language after the fence: for diagrams, say. They are rendered once the block
   * is complete; until then it is shown as code.
   */
  readonly fences?: Readonly<Record<string, ComponentType<FenceProps>>>;
  /** Whether code is coloured, where its language is known and the browser can. Defaults to `true`. */
  readonly highlight?: boolean;
  /** Whether lines of code are numbered. Defaults to `false`. */
  readonly lineNumbers?: boolean;
  /** Addresses of images that load without a click: an origin with the start of a path, or a path of this site. */
  readonly allowImages?: readonly string[];
  /** Says which of the safe links may be followed; the others become text. It cannot allow an unsafe one. */
  readonly linkPolicy?: (address: Address) => boolean;
  /** Added to the depth of every heading, up to `<h6>`. Defaults to 0. */
  readonly headingOffset?: number;
  /** Words to put on the page. Defaults to English. */
  readonly labels?: Partial<StreamingTextLabels>;
}

/** What `<StreamingText>` shows: a text that the app holds, or the text of a stream. */
export type StreamingTextSource =
  | {
      /** The whole text so far. One that does not go on from the last one is shown anew. */
      readonly text: string;
      /** Whether more text is to come. Defaults to `false`. */
      readonly streaming?: boolean;
      readonly store?: undefined;
    }
  | {
      /** A stream to follow; plain text is then added without rendering. */
      readonly store: TextStore;
      readonly text?: undefined;
      readonly streaming?: undefined;
    };

export type StreamingTextProps = StreamingTextOptions & StreamingTextSource;
