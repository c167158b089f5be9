'use client';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react';
import { Blocks } from './elements/Blocks.tsx';
import { englishLabels, type StreamingTextLabels } from './labels.ts';
import type { Address } from './links/readAddress.ts';
import { PlainText } from './PlainText.tsx';
import { type Settings, SettingsContext, type StreamingTextComponents } from './settings.ts';
import { useDocument } from './useDocument.ts';
import { useStable } from './useStable.ts';

/** What `<StreamingText>` shows and how. Every other prop goes to its `<div>`. */
export interface StreamingTextProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** The whole text so far. One that does not go on from the last one is shown anew. */
  readonly text: string;
  /** Whether more text is to come. Defaults to `false`. */
  readonly streaming?: boolean;
  /** How to read the text. Defaults to `'markdown'`. */
  readonly format?: 'markdown' | 'plain';
  /** Whether a caret stands at the end while streaming. Screen readers do not see it. Defaults to `false`. */
  readonly caret?: boolean;
  /** Components to render in place of elements. */
  readonly components?: StreamingTextComponents;
  /** Addresses of images that load without a click: an origin with the start of a path, or a path of this site. */
  readonly allowImages?: readonly string[];
  /** Says which of the safe links may be followed; the others become text. It cannot allow an unsafe one. */
  readonly linkPolicy?: (address: Address) => boolean;
  /** Added to the depth of every heading, up to `<h6>`. Defaults to 0. */
  readonly headingOffset?: number;
  /** Words to put on the page. Defaults to English. */
  readonly labels?: Partial<StreamingTextLabels>;
}

/** Shows text that may still be growing. Renders a `<div>`. */
export const StreamingText: ForwardRefExoticComponent<StreamingTextProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  StreamingTextProps
>(function StreamingText(props, ref): ReactNode {
  const { text, streaming = false, format = 'markdown', caret = false, className, ...others } = props;
  const { components = {}, allowImages = [], linkPolicy, headingOffset = 0, labels, ...rest } = others;
  const settings = useStable<Settings>({
    components: useStable(components),
    allowImages: useStable(allowImages),
    labels: useStable({ ...englishLabels, ...labels }),
    linkPolicy,
    headingOffset,
    caret: caret && streaming,
  });
  return (
    <div
      data-part="text"
      {...rest}
      ref={ref}
      className={className === undefined ? 'ling-text' : `ling-text ${className}`}
      data-format={format}
      data-streaming={streaming ? '' : undefined}
    >
      <SettingsContext.Provider value={settings}>
        {format === 'plain' ? <PlainText text={text} /> : <MarkdownText text={text} streaming={streaming} />}
      </SettingsContext.Provider>
    </div>
  );
});

function MarkdownText({ text, streaming }: { text: string; streaming: boolean }): ReactNode {
  return <Blocks blocks={useDocument(text, !streaming)} open={streaming} />;
}
