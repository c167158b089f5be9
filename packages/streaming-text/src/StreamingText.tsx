'use client';
import {
  type ForwardedRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react';
import { Frame } from './Frame.tsx';
import { MarkdownText } from './MarkdownText.tsx';
import { PlainStoreText } from './PlainStoreText.tsx';
import { PlainText } from './PlainText.tsx';
import type { StreamingTextOptions, StreamingTextProps } from './streamingTextProps.ts';
import type { TextStore } from './textStore.ts';
import { useTextStore } from './useTextStore.ts';

/** Shows text that may still be growing. Renders a `<div>`. */
export const StreamingText: ForwardRefExoticComponent<StreamingTextProps & RefAttributes<HTMLDivElement>> = forwardRef<
  HTMLDivElement,
  StreamingTextProps
>(function StreamingText({ text, store, streaming = false, ...options }, ref): ReactNode {
  if (store !== undefined) return <StoreText {...options} store={store} boxRef={ref} />;
  const isPlain = options.format === 'plain';
  return (
    <Frame {...options} streaming={streaming} boxRef={ref}>
      {isPlain ? <PlainText text={text} /> : <MarkdownText text={text} streaming={streaming} />}
    </Frame>
  );
});

interface StoreTextProps extends StreamingTextOptions {
  readonly store: TextStore;
  readonly boxRef: ForwardedRef<HTMLDivElement>;
}

function StoreText({ store, ...options }: StoreTextProps): ReactNode {
  const isPlain = options.format === 'plain';
  const { text, isActive } = useTextStore(store, !isPlain);
  return (
    <Frame {...options} streaming={isActive}>
      {isPlain ? <PlainStoreText store={store} /> : <MarkdownText text={text} streaming={isActive} />}
    </Frame>
  );
}
