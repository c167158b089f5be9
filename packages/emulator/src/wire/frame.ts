/** What a frame carries. */
export type FrameKind = 'role' | 'reasoning' | 'content' | 'tool' | 'finish' | 'usage' | 'done' | 'json' | 'other';

/** One write of a good reply: usually one server-sent event, with the time and tokens before it. */
export interface Frame {
  readonly kind: FrameKind;
  readonly ms: number;
  readonly tokens: number;
  /** The bytes as text; empty when tokens pass that are not sent yet. */
  readonly text: string;
}

/** A frame that costs no time. */
export function instantFrame(kind: FrameKind, text: string): Frame {
  return { kind, ms: 0, tokens: 0, text };
}

/** A `data:` event as text. */
export function sseEvent(data: string): string {
  return `data: ${data}\n\n`;
}

/** The event that ends every stream. */
export const DONE_FRAME: Frame = instantFrame('done', 'data: [DONE]\n\n');
