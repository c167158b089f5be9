'use client';
import type { ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { DownIcon } from '../icons.tsx';

/** Goes back to the end of the conversation. Renders a `<button>`, or nothing while the end is followed. */
export function ChatJump(): ReactElement | null {
  const { follow, scrollerRef, labels } = useChatContext('Jump');
  if (follow.isFollowing) return null;
  const jump = (): void => {
    follow.jump();
    scrollerRef.current?.focus({ preventScroll: true }); // the button is gone at the end
  };
  return (
    <button type="button" className="ling-jump" data-part="jump" onClick={jump}>
      <DownIcon />
      {labels.jump}
    </button>
  );
}
