'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { createFollow, type Follow } from './createFollow.ts';

export interface UseFollowResult {
  /** Whether the end is being followed; the place for a button when it is not. */
  readonly isFollowing: boolean;
  /** Goes to the end and follows it. The same function at every render. */
  jump(): void;
}

/**
 * Keeps a scroll box at its end until its reader goes elsewhere; see {@link createFollow}.
 *
 * @param scroller - The box that scrolls.
 * @param content - The one child of it that grows.
 */
export function useFollow(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): UseFollowResult {
  const [isFollowing, setFollowing] = useState(true);
  const follow = useRef<Follow | null>(null);

  useEffect(() => {
    if (scroller.current === null || content.current === null) return undefined;
    const created = createFollow(scroller.current, content.current, () => setFollowing(created.isFollowing()));
    follow.current = created;
    return () => created.destroy();
  }, [scroller, content]);

  const jump = useCallback(() => follow.current?.jump(), []);
  return { isFollowing, jump };
}
