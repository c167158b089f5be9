import { DONE_FRAME, instantFrame, sseEvent, type Frame } from '../wire/frame.ts';
import { changeFrames } from './changeFrames.ts';
import type { Fault, FaultScene } from './fault.ts';
import { takeContent } from './takeContent.ts';

/** Streams that end in their own way. */
export const ENDING_FAULTS: readonly Fault[] = [
  {
    name: 'no-finish-reason',
    summary: 'Leaves out the chunk with finish_reason, as the sample in Ant Ling’s tutorial does.',
    play: changeFrames(function* (frames) {
      for (const frame of frames) if (frame.kind !== 'finish') yield frame;
    }),
  },
  {
    name: 'duplicate-done',
    summary: 'Sends [DONE] twice.',
    play: changeFrames(function* (frames) {
      yield* frames;
      yield DONE_FRAME;
    }),
  },
  {
    name: 'data-after-done',
    summary: 'Sends more content after [DONE], which nobody should read.',
    play: changeFrames(function* (frames) {
      yield* frames;
      yield instantFrame('other', sseEvent('{"choices":[{"index":0,"delta":{"content":"LATE"}}],"content":"LATE"}'));
    }),
  },
  {
    name: 'content-filter',
    summary: 'Stops after N pieces of content with finish_reason "content_filter".',
    value: 8,
    play: changeFrames((frames, scene) => finishEarly(frames, scene, 'content_filter')),
  },
  {
    name: 'length',
    summary: 'Stops after N pieces of content with finish_reason "length".',
    value: 8,
    play: changeFrames((frames, scene) => finishEarly(frames, scene, 'length')),
  },
  {
    name: 'error-event',
    summary: 'Sends an error event in OpenAI’s shape after N pieces of content, and ends.',
    value: 5,
    play: failAfter(({ requestId }) =>
      sseEvent(
        JSON.stringify({
          error: { message: MESSAGE, type: 'server_error', code: 'internal_error', param: null },
          request_id: requestId,
        }),
      ),
    ),
  },
  {
    name: 'error-event-string',
    summary: 'Sends an error event as the tutorial’s server does, {"error": "…"}, after N pieces of content, and ends.',
    value: 5,
    play: failAfter(() => sseEvent(JSON.stringify({ error: MESSAGE }))),
  },
  {
    name: 'error-event-named',
    summary: 'Sends an event named "error" in DashScope’s shape after N pieces of content, and ends.',
    value: 5,
    play: failAfter(({ requestId }) => {
      const body = JSON.stringify({ code: 'InternalError', message: MESSAGE, request_id: requestId });
      return `event: error\n:HTTP_STATUS/500\n${sseEvent(body)}`;
    }),
  },
];

const MESSAGE = 'The server had an error while processing your request';

function failAfter(event: (scene: FaultScene) => string): Fault['play'] {
  return changeFrames(function* (frames, scene) {
    yield* takeContent(frames, scene.value);
    yield instantFrame('other', event(scene));
  });
}

/** Ends after some content; the tutorial's dialect has no finish_reason, so there only `[DONE]` tells. */
function* finishEarly(frames: Iterable<Frame>, { value, reply }: FaultScene, reason: string): Generator<Frame> {
  yield* takeContent(frames, value);
  if (reply.finish) yield instantFrame('finish', reply.finish(reason));
  yield DONE_FRAME;
}
