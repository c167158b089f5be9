import type { ComponentPropsWithoutRef, ComponentType } from 'react';
import type { StreamingTextLabels } from './labels.ts';
import type { Address } from './links/readAddress.ts';
import type { MathProps, StreamingTextComponents } from './settings.ts';
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
