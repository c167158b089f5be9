import type { ChatWindowProps } from '@ling-stream/chat-window';

/** The props of a window on an endpoint; the other kind, on a conversation of the app, is not for these stories. */
export type WindowArgs = Extract<ChatWindowProps, { readonly chat?: never }>;
