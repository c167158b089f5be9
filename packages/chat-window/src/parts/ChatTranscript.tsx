'use client';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { classNames } from '../classNames.ts';

/**
 * The part that scrolls. Follows the end until the reader goes elsewhere.
 * Renders a focusable `<div role="region">`: without a live role, since text that grows would be read in fragments.
 */
export function ChatTranscript({ className, children, ...props }: ComponentPropsWithoutRef<'div'>): ReactElement {
  const { labels, scrollerRef, contentRef } = useChatContext('Transcript');
  return (
    <div
      role="region"
      aria-label={labels.transcript}
      tabIndex={0} // a box that scrolls must be reachable by keyboard
      data-part="transcript"
      {...props}
      ref={scrollerRef}
      className={classNames('ling-transcript', className)}
    >
      <div ref={contentRef} className="ling-content">
        {children}
      </div>
    </div>
  );
}
