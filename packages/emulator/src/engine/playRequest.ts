import type { FaultChooser } from '../faults/createFaultChooser.ts';
import { FaultSpecError } from '../faults/FaultSpecError.ts';
import type { Replay } from '../record/createReplay.ts';
import { badRequest } from '../wire/problem.ts';
import type { EngineRequest } from './engineRequest.ts';
import { encodeReply, problemReply } from './reply.ts';
import type { RouteContext, Routed } from './route.ts';
import { routeRequest } from './routeRequest.ts';
import type { RequestRecord } from './requestRecord.ts';
import type { Step } from './step.ts';

/** What will be done about a request. */
export interface Played {
  readonly steps: Iterable<Step>;
  /** What the log should say. */
  readonly about: Partial<RequestRecord>;
}

/** What may stand in for the good reply. */
export interface Players {
  readonly choose: FaultChooser;
  readonly replay: Replay | undefined;
}

/** Finds the reply to a request: a recorded one if there is one, else its own, and plays a fault on it when one was asked for. */
export function playRequest(request: EngineRequest, context: RouteContext, { choose, replay }: Players): Played {
  const { reply, about } = routeRequest(request, context);
  const recorded = replay?.(request);
  if (recorded) return { steps: recorded, about };
  const { model = '', question = '' } = about;
  try {
    const trigger = { number: context.number, path: request.path, model, question };
    const call = choose(request.headers['x-ling-fault'], trigger);
    if (!call) return { steps: encodeReply(reply), about };
    if (call.fault.streamOnly && reply.buffered) return refuseOnJson({ reply, about }, call.fault.name, context.id);
    const scene = { reply, value: call.value, requestId: context.id, now: context.options.clock.now() };
    return { steps: call.fault.play(scene), about: { ...about, fault: call.spec } };
  } catch (error) {
    if (!(error instanceof FaultSpecError)) throw error;
    return { steps: encodeReply(problemReply(badRequest(error.message), context.id)), about };
  }
}

/** A fault of streams where there is none: an error or a list of models stays what it is, an answer is refused. */
function refuseOnJson({ reply, about }: Routed, name: string, id: string): Played {
  if (reply.head.status !== 200 || about.model === undefined) return { steps: encodeReply(reply), about };
  const why = `The fault "${name}" is only for streams; ask with \`"stream": true\`.`;
  return { steps: encodeReply(problemReply(badRequest(why, 'stream'), id)), about };
}
