import { encodeReply } from '../engine/reply.ts';
import type { Step } from '../engine/step.ts';
import type { Frame } from '../wire/frame.ts';
import type { FaultScene } from './fault.ts';

/** A fault that changes the events of a stream and leaves the rest; JSON replies stay as they are. */
export function changeFrames(
  change: (frames: Iterable<Frame>, scene: FaultScene) => Iterable<Frame>,
): (scene: FaultScene) => Iterable<Step> {
  return (scene) => {
    const { reply } = scene;
    return encodeReply(reply.buffered ? reply : { ...reply, frames: change(reply.frames, scene) });
  };
}

/** A fault that changes each event's text and keeps its time. */
export function changeText(change: (text: string, frame: Frame) => string): (scene: FaultScene) => Iterable<Step> {
  return changeFrames(function* (frames) {
    for (const frame of frames) yield { ...frame, text: frame.text === '' ? '' : change(frame.text, frame) };
  });
}
