'use client';
import { useInsertionEffect, useRef } from 'react';

/**
 * Keeps the newest value of a prop or option, for code that runs later than rendering.
 *
 * @returns A ref that is never `null`; read it in handlers and effects, not while rendering.
 */
export function useLatest<T>(value: T): { readonly current: T } {
  const ref = useRef(value);
  useInsertionEffect(() => {
    ref.current = value;
  });
  return ref;
}
