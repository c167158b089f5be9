'use client';
import { useEffect, useRef } from 'react';
import { useLatest } from './useLatest.ts';

/**
 * Runs `release` once the component is gone for good: after an unmount that no mount follows in the same task.
 * StrictMode and fast refresh unmount and mount again, and must not end what runs.
 */
export function useRelease(release: () => void): void {
  const latest = useLatest(release);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const run = (): void => latest.current();
    clearTimeout(timer.current);
    return () => {
      timer.current = setTimeout(run);
    };
  }, [latest]);
}
