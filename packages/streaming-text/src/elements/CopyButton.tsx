'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { useSettings } from '../settings.ts';

const SHOWN_MS = 2000;

/** Copies code to the clipboard as it is, and says for two seconds whether that worked. */
export function CopyButton({ text }: { text: readonly string[] }): ReactNode {
  const { labels } = useSettings();
  const [outcome, setOutcome] = useState<'copy' | 'copied' | 'copyFailed'>('copy');

  useEffect(() => {
    if (outcome === 'copy') return;
    const timer = setTimeout(() => setOutcome('copy'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text.join('').replace(/\n$/, ''));
      setOutcome('copied');
    } catch {
      setOutcome('copyFailed'); // no clipboard on a page without https, or the reader said no
    }
  }

  return (
    <button
      type="button"
      className="ling-copy"
      data-kind="quiet"
      data-part="copy-code"
      data-outcome={outcome}
      onClick={() => void copy()}
    >
      {labels[outcome]}
    </button>
  );
}
