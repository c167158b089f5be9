'use client';
import type { ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { DownIcon } from '../icons.tsx';

/** Goes back to the end of the conversation. Renders a `<button>`, or nothing while the end is followed. */
export function ChatJump(): ReactElement | null {
  const { follow, labels } = useChatContext('Jump');
  if (follow.isFollowing) return null;
  return (
    <button type="button" className="ling-jump" data-part="jump" onClick={() => follow.jump()}>
      <DownIcon />
      {labels.jump}
    </button>
  );
}
