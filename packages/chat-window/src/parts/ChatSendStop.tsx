'use client';
import type { ReactElement } from 'react';
import { useChatContext } from '../ChatContext.ts';
import { SendIcon, StopIcon } from '../icons.tsx';

export interface ChatSendStopProps {
  readonly isActive: boolean;
  readonly isEmpty: boolean;
  readonly onPress: () => void;
}

/**
 * Sends, and while an answer comes, stops it. Renders one `<button type="button">` for both: a button that is taken
 * away loses the focus, and one that turns into a submit button under the click sends again.
 */
export function ChatSendStop({ isActive, isEmpty, onPress }: ChatSendStopProps): ReactElement {
  const { labels } = useChatContext('SendStop');
  const state = isActive ? 'streaming' : isEmpty ? 'empty' : 'ready';
  return (
    <button
      type="button"
      className="ling-send"
      data-part="send"
      data-state={state}
      aria-label={isActive ? labels.stop : labels.send}
      onClick={onPress}
    >
      {isActive ? <StopIcon /> : <SendIcon />}
    </button>
  );
}
