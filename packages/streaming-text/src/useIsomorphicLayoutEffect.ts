'use client';
import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect` where there is a page, and nothing on the server, which React 18 would warn about. */
export const useIsomorphicLayoutEffect: typeof useLayoutEffect =
  typeof document === 'undefined' ? useEffect : useLayoutEffect;
