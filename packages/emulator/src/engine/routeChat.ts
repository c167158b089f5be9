import { decodeChatRequest, type Decoded } from '../wire/decodeChatRequest.ts';
import { encodeChunks } from '../wire/encodeChunks.ts';
import { encodeCompletion } from '../wire/encodeCompletion.ts';
import { encodeTutorial } from '../wire/encodeTutorial.ts';
import { lastQuestion } from '../wire/lastQuestion.ts';
import { unknownModel, WRONG_KEY } from '../wire/problem.ts';
import type { EngineRequest } from './engineRequest.ts';
import { EVENT_STREAM, problemReply, type Reply } from './reply.ts';
import type { RouteContext, Routed } from './route.ts';
import { startGeneration } from './startGeneration.ts';

/** Answers a chat request in OpenAI's dialect or in that of the tutorial's `/chat`. */
export function routeChat(request: EngineRequest, context: RouteContext, dialect: 'openai' | 'tutorial'): Routed {
  const decoded = decodeAdmitted(request, context, dialect);
  if ('problem' in decoded) return { reply: problemReply(decoded.problem, context.id), about: {} };
  const { request: chat } = decoded;
  const about = {
    model: chat.model,
    question: lastQuestion(chat.messages),
    messages: chat.messages.length,
    stream: chat.stream || dialect === 'tutorial',
  };
  const generation = startGeneration(chat, context, request.headers['x-ling-timing']);
  if (dialect === 'tutorial') return { reply: streamReply(encodeTutorial(generation)), about };
  if (chat.stream) return { reply: streamReply(encodeChunks(generation)), about };
  const head = { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } };
  return { reply: { head, frames: encodeCompletion(generation), buffered: true }, about };
}

function streamReply(frames: Reply['frames']): Reply {
  return { head: { status: 200, headers: EVENT_STREAM }, frames, buffered: false };
}

function decodeAdmitted(request: EngineRequest, { options, admit }: RouteContext, dialect: string): Decoded {
  const { apiKey, models, defaultModel } = options;
  if (apiKey !== undefined && request.headers['authorization'] !== `Bearer ${apiKey}`) return { problem: WRONG_KEY };
  const busy = admit();
  if (busy) return { problem: busy };
  const decoded = decodeChatRequest(request.body, dialect === 'tutorial' ? defaultModel : undefined);
  if ('problem' in decoded) return decoded;
  const { model } = decoded.request;
  const known = models.includes(model) || model.startsWith('fault:');
  return known ? decoded : { problem: unknownModel(model, models) };
}
