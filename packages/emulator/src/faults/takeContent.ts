import type { Frame } from '../wire/frame.ts';

/** The frames up to and with the `size`-th piece of content; at most what there is before the end. */
export function* takeContent(frames: Iterable<Frame>, size: number): Generator<Frame> {
  let left = size;
  for (const frame of frames) {
    if (frame.kind === 'finish' || frame.kind === 'usage' || frame.kind === 'done') return;
    if (frame.kind === 'content' && left <= 0) return;
    if (frame.kind === 'content') left -= 1;
    yield frame;
  }
}
