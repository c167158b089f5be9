import { decodeTiming } from '../timing/decodeTiming.ts';
import { resolveTiming } from '../timing/resolveTiming.ts';
import type { Timing } from '../timing/timing.ts';
import { decodeChatRequest } from '../wire/decodeChatRequest.ts';
import { chunkOf, encodeChunks } from '../wire/encodeChunks.ts';
import { encodeCompletion } from '../wire/encodeCompletion.ts';
import { encodeSimple } from '../wire/encodeSimple.ts';
import { sseEvent } from '../wire/frame.ts';
import type { Generation } from '../wire/generation.ts';
import { lastQuestion } from '../wire/lastQuestion.ts';
import { badRequest, isWrongKey, unknownModel, WRONG_KEY, type Problem } from '../wire/problem.ts';
import type { EngineRequest } from './engineRequest.ts';
import { EVENT_STREAM, problemReply, type Reply } from './reply.ts';
import type { RouteContext, Routed } from './route.ts';
import { startGeneration } from './startGeneration.ts';

/** The two ways to ask for an answer: OpenAI's, and the `/chat` of Ant Ling's tutorial. */
export type Dialect = 'openai' | 'simple';

/** Answers a chat request. */
export function routeChat(request: EngineRequest, context: RouteContext, dialect: Dialect): Routed {
  const { defaultModel } = context.options;
  const decoded = decodeChatRequest(request.body, dialect === 'simple' ? defaultModel : undefined);
  const chat = 'request' in decoded ? decoded.request : undefined;
  const about = chat
    ? {
        model: chat.model,
        question: lastQuestion(chat.messages),
        messages: chat.messages.length,
        stream: chat.stream || dialect === 'simple',
      }
    : {};
  const refused = refuse(request, chat?.model, context);
  if (refused) return { reply: problemReply(refused, context.id), about };
  if ('problem' in decoded) return { reply: problemReply(decoded.problem, context.id), about };
  const { timing, problem } = readTiming(request.headers['x-ling-timing'], context.options.timing);
  if (problem) return { reply: problemReply(problem, context.id), about };
  const generation = startGeneration(decoded.request, context, timing);
  return { reply: encode(generation, dialect, request.headers['x-ling-stream'] === '1'), about };
}

type ReadTiming =
  | { readonly timing: Timing; readonly problem?: undefined }
  | { readonly timing?: undefined; readonly problem: Problem };

/** The timing of a request: its header's over that of the options. */
function readTiming(header: string | undefined, base: Timing): ReadTiming {
  if (header === undefined) return { timing: base };
  try {
    return { timing: resolveTiming(decodeTiming(header), base) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: badRequest(`The header X-Ling-Timing cannot be meant: ${why}`, 'X-Ling-Timing') };
  }
}

/** Why a request is not let in, whatever else it says. */
function refuse(
  { headers }: EngineRequest,
  model: string | undefined,
  { options, admit }: RouteContext,
): Problem | undefined {
  const { apiKey, models } = options;
  if (isWrongKey(headers, apiKey)) return WRONG_KEY;
  const busy = admit();
  if (busy) return busy;
  const known = model === undefined || models.includes(model) || model.startsWith('fault:');
  return known ? undefined : unknownModel(model, models);
}

function encode(generation: Generation, dialect: Dialect, rich: boolean): Reply {
  const stream = { head: { status: 200, headers: EVENT_STREAM }, buffered: false };
  if (dialect === 'simple') {
    const frames = encodeSimple(generation, rich);
    const finish = (reason: string) => sseEvent(JSON.stringify({ finish_reason: reason }));
    return rich ? { ...stream, frames, finish } : { ...stream, frames };
  }
  if (generation.chat.stream) {
    const finish = (reason: string) => sseEvent(JSON.stringify(chunkOf(generation, 0, {}, reason)));
    return { ...stream, frames: encodeChunks(generation), finish };
  }
  const head = { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } };
  return { head, frames: encodeCompletion(generation), buffered: true };
}
