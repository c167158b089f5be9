'use client';
import { type ForwardedRef, type ReactNode, useMemo } from 'react';
import { englishLabels } from './labels.ts';
import { type Settings, SettingsContext } from './settings.ts';
import type { StreamingTextOptions } from './streamingTextProps.ts';
import { useStable } from './useStable.ts';

export interface FrameProps extends StreamingTextOptions {
  readonly streaming: boolean;
  readonly boxRef: ForwardedRef<HTMLDivElement>;
  readonly children: ReactNode;
}

/** The element around a text, and how its parts are rendered. */
export function Frame({ streaming, boxRef, children, ...options }: FrameProps): ReactNode {
  const { format = 'markdown', caret = false, className, components = {}, math, fences, ...others } = options;
  const {
    allowImages = [],
    linkPolicy,
    headingOffset = 0,
    highlight = true,
    lineNumbers = false,
    labels,
    ...rest
  } = others;
  const fenceEntries = useStable(fences ?? {});
  const settings = useStable<Settings>({
    components: useStable(components),
    allowImages: useStable(allowImages),
    labels: useStable({ ...englishLabels, ...labels }),
    linkPolicy,
    headingOffset,
    math,
    // A map: a language may be called `constructor`.
    fences: useMemo(() => new Map(Object.entries(fenceEntries)), [fenceEntries]),
    lineNumbers,
    highlight,
    caret: caret && streaming,
  });
  return (
    <div
      data-part="text"
      {...rest}
      ref={boxRef}
      className={className === undefined ? 'ling-text' : `ling-text ${className}`}
      data-format={format}
      data-streaming={streaming ? '' : undefined}
      data-caret-on={settings.caret ? '' : undefined}
    >
      <SettingsContext.Provider value={settings}>{children}</SettingsContext.Provider>
    </div>
  );
}
