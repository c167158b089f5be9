import { DONE_FRAME, sseEvent, type Frame } from './frame.ts';
import { takeDeltas, type Generation } from './generation.ts';

/** Writes a generation as the tutorial's `/chat` does: `{"content"}` events, then `[DONE]`. */
export function* encodeTutorial(generation: Generation): Generator<Frame> {
  let ms = 0;
  let tokens = 0;
  for (const paced of takeDeltas(generation)) {
    ms += paced.ms;
    tokens += paced.tokens;
    // That dialect has no place for a role, for reasoning or for tools; the time they take passes all the same.
    if (paced.delta.kind !== 'content' || paced.choice !== 0) continue;
    yield { kind: 'content', ms, tokens, text: sseEvent(JSON.stringify({ content: paced.delta.text })) };
    ms = 0;
    tokens = 0;
  }
  yield { ...DONE_FRAME, ms, tokens };
}
