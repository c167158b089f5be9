'use client';
import { type ComponentPropsWithoutRef, type ComponentType, type Context, createContext, useContext } from 'react';
import { englishLabels, type StreamingTextLabels } from './labels.ts';
import type { Address } from './links/readAddress.ts';

/** The elements that Markdown can become. There are no others. */
export type ElementName =
  | 'a'
  | 'blockquote'
  | 'br'
  | 'code'
  | 'del'
  | 'em'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'hr'
  | 'img'
  | 'li'
  | 'ol'
  | 'p'
  | 'pre'
  | 'strong'
  | 'table'
  | 'td'
  | 'th'
  | 'tr'
  | 'ul';

/** Components to render in place of elements. Each gets the props and children its element would have got. */
export type StreamingTextComponents = {
  readonly [Name in ElementName]?: ComponentType<ComponentPropsWithoutRef<Name>>;
};

/** What a component for formulas gets. */
export interface MathProps {
  /** The formula in TeX. */
  readonly value: string;
  /** Whether it stands in a line of its own. */
  readonly display: boolean;
}

/** What a component for a kind of code block gets. */
export interface FenceProps {
  /** The code, whole. */
  readonly code: string;
}

/** How the parts of one text are rendered. */
export interface Settings {
  readonly components: StreamingTextComponents;
  readonly labels: StreamingTextLabels;
  readonly allowImages: readonly string[];
  readonly linkPolicy: ((address: Address) => boolean) | undefined;
  readonly headingOffset: number;
  readonly caret: boolean;
  readonly math: ComponentType<MathProps> | undefined;
  readonly fences: ReadonlyMap<string, ComponentType<FenceProps>>;
  readonly lineNumbers: boolean;
  readonly highlight: boolean;
}

export const SettingsContext: Context<Settings> = createContext<Settings>({
  components: {},
  labels: englishLabels,
  allowImages: [],
  linkPolicy: undefined,
  headingOffset: 0,
  caret: false,
  math: undefined,
  fences: new Map(),
  lineNumbers: false,
  highlight: true,
});

export function useSettings(): Settings {
  return useContext(SettingsContext);
}
