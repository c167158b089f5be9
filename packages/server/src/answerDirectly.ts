import { createAnswerBody } from './createAnswerBody.ts';
import type { Question, Turns } from './createTurns.ts';
import { frame, wantsIds } from './frame.ts';
import type { ResolvedOptions } from './options.ts';
import { problemResponse } from './problem.ts';
import { streamResponse } from './streamResponse.ts';

/**
 * Answers without a store: the model writes to this one reader, no faster than it reads, and is stopped when it leaves.
 *
 * @param leave - Called once, when the turn has ended.
 */
export async function answerDirectly(
  request: Request,
  question: Question,
  { turns, options, leave }: { turns: Turns; options: ResolvedOptions; leave: () => void },
): Promise<Response> {
  const withIds = wantsIds(request);
  const stop = (): void => turn.stop();
  const body = createAnswerBody(options.heartbeatMs, stop);
  const turn = turns.start(question, {
    write: (events) => body.write(frame(events, withIds)),
    end() {
      body.close();
      request.signal.removeEventListener('abort', stop);
      leave();
    },
  });
  request.signal.addEventListener('abort', stop);
  if (request.signal.aborted) stop();
  const refusal = await turn.opened;
  const { requestId } = question;
  return refusal === undefined ? streamResponse(body.stream, requestId) : problemResponse(refusal, requestId);
}
