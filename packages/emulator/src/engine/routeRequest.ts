import { encodeModel, encodeModels } from '../wire/models.ts';
import { isWrongKey, type Problem, unknownModel, WRONG_KEY } from '../wire/problem.ts';
import type { EngineRequest } from './engineRequest.ts';
import { jsonReply, problemReply, type Reply } from './reply.ts';
import type { RouteContext, Routed } from './route.ts';
import { routeChat } from './routeChat.ts';

/** Finds what a request asks for by the end of its path, so that any prefix works as a base URL. */
export function routeRequest(request: EngineRequest, context: RouteContext): Routed {
  const path = request.path.replace(/\/+$/, '');
  if (request.method === 'POST' && path.endsWith('/v1/chat/completions')) return routeChat(request, context, 'openai');
  if (request.method === 'POST' && path.endsWith('/chat')) return routeChat(request, context, 'simple');
  return { reply: routeOther(request, path, context), about: {} };
}

function routeOther({ method, headers }: EngineRequest, path: string, { options, id }: RouteContext): Reply {
  if (/\/(?:v1\/chat\/completions|chat)$/.test(path)) return problemReply(wrongMethod(method, path), id);
  const reading = method === 'GET' || method === 'HEAD';
  if (/\/v1\/models(?:\/|$)/.test(path) && isWrongKey(headers, options.apiKey)) return problemReply(WRONG_KEY, id);
  if (reading && path.endsWith('/v1/models')) return jsonReply(200, encodeModels(options.models));
  const asked = reading ? /\/v1\/models\/([^/]+)$/.exec(path)?.[1] : undefined;
  const model = options.models.find((known) => known === asked);
  if (model !== undefined) return jsonReply(200, JSON.stringify(encodeModel(model)));
  return problemReply(asked === undefined ? notFound(method, path) : unknownModel(asked, options.models), id);
}

function wrongMethod(method: string, path: string): Problem {
  const message = `${path} takes POST, not ${method}.`;
  return {
    status: 405,
    type: 'invalid_request_error',
    code: 'method_not_allowed',
    message,
    headers: { allow: 'POST' },
  };
}

function notFound(method: string, path: string): Problem {
  const message = `Nothing answers ${method} ${path || '/'}. This is the ling-stream emulator: POST /v1/chat/completions, POST /chat, GET /v1/models, GET /_emulator/requests.`;
  return { status: 404, type: 'invalid_request_error', code: 'not_found', message };
}
