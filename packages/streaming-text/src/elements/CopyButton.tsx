'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { useSettings } from '../settings.ts';

const SHOWN_MS = 2000;

export interface CopyButtonProps {
  /** What the button says when nothing was copied just now. */
  readonly label: string;
  /** Reads what to copy, when the button is pressed. */
  readonly read: () => string | Promise<string>;
}

/** Copies to the clipboard, and says for two seconds whether that worked. */
export function CopyButton({ label, read }: CopyButtonProps): ReactNode {
  const { labels } = useSettings();
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();

  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(await read());
      setOutcome('copied');
    } catch {
      setOutcome('copyFailed'); // no clipboard on a page without https, or the reader said no
    }
  }

  return (
    <button type="button" className="ling-copy" data-part="copy" data-outcome={outcome} onClick={() => void copy()}>
      {outcome === undefined ? label : labels[outcome]}
    </button>
  );
}
