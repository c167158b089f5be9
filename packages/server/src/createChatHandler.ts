import { admit } from './admit.ts';
import { answerDirectly } from './answerDirectly.ts';
import { createCors } from './createCors.ts';
import type { Counters } from './createCounters.ts';
import { createGate } from './createGate.ts';
import { createRuns, type Reader, RUN_UNKNOWN } from './createRuns.ts';
import { createTurns } from './createTurns.ts';
import { nameOfError } from './nameOfError.ts';
import type { ChatHandlerOptions } from './options.ts';
import { type Problem, problemResponse } from './problem.ts';
import { readChatRequest } from './readChatRequest.ts';
import { readRoute, type RunRoute } from './readRoute.ts';
import { resolveOptions } from './resolveOptions.ts';

/** How an endpoint is doing. */
export interface Health extends Counters {
  /** `draining`: {@link ChatService.shutdown} was called, and no questions are taken. */
  readonly status: 'ok' | 'draining';
}

/** What an endpoint can do beside answering. */
export interface ChatService {
  /** How it is doing; cheap enough for every probe. */
  health(): Health;
  /**
   * Takes no more questions, lets answers finish, ends those that have not after `limitMs` (default 30,000), and waits
   * for `onTurn`. Close the HTTP server after it.
   */
  shutdown(limitMs?: number): Promise<void>;
}

/** The `/chat` endpoint for every runtime that speaks Fetch. Never rejects. */
export interface ChatHandler extends ChatService {
  (request: Request): Promise<Response>;
}

const DRAINING: Problem = {
  status: 503,
  code: 'server_shutdown',
  message: 'The server is being restarted. Ask again.',
  retryable: true,
  retryAfterMs: 1_000,
};
const INTERNAL: Problem = {
  status: 500,
  code: 'internal',
  message: 'The chat endpoint failed. Its log has more under this request id.',
};
/** A run may be read in more places than there are runs: in another tab, and by a connection not yet known to be dead. */
const READERS_PER_STREAM = 4;
const DEFAULT_SHUTDOWN_MS = 30_000;

/**
 * Creates the `/chat` endpoint: it adds the key, asks the model, and streams the answer in our dialect, which the
 * tutorial's client reads too. Without a `store` the model is stopped when the client leaves; with one, a client that
 * names its run can come back to it under `<endpoint>/runs/<id>`.
 *
 * Errors before the answer have a status and JSON `{error: {code, message, retryable, requestId}}`; later ones are an
 * event with the same JSON.
 *
 * @throws Error - At once, when there is neither a key nor an address to ask.
 */
export function createChatHandler(options: ChatHandlerOptions = {}): ChatHandler {
  const resolved = resolveOptions(options);
  const { limits, store, authorize, rateLimit, logger } = resolved;
  const { streams, streamsPerUser } = limits;
  const cors = createCors(resolved.cors);
  const gate = createGate({ streams, streamsPerUser });
  const readers = createGate({ streams, streamsPerUser: streamsPerUser * READERS_PER_STREAM });
  const turns = createTurns(resolved);
  const runs = store && createRuns(store, turns, readers, resolved);
  let isDraining = false;

  async function handle(request: Request): Promise<Response> {
    const requestId = crypto.randomUUID();
    const response = await respond(request, requestId).catch((error: unknown) => {
      logger?.warn({ requestId, error: nameOfError(error) }, 'chat endpoint threw');
      return INTERNAL;
    });
    if (response instanceof Response) return cors.allow(request, response);
    turns.refused(response, requestId);
    return cors.allow(request, problemResponse(response, requestId, request.method));
  }

  async function respond(request: Request, requestId: string): Promise<Response | Problem> {
    const route = readRoute(request);
    if ('status' in route) return route;
    if (route.kind === 'preflight') return cors.preflight(request);
    if (isDraining && route.kind !== 'stop') return DRAINING;
    const refusal = cors.refuse(request);
    if (refusal !== undefined) return refusal;
    const verdict = await authorize?.(request);
    if (verdict instanceof Response) return verdict;
    const reader = { request, requestId, user: verdict ?? undefined };
    return 'runId' in route ? visit(route, reader) : ask(reader);
  }

  async function visit(route: RunRoute, reader: Reader): Promise<Response | Problem> {
    return (await runs?.[route.kind](route.runId, reader)) ?? RUN_UNKNOWN;
  }

  async function ask(reader: Reader): Promise<Response | Problem> {
    const { request, requestId, user } = reader;
    const chat = await readChatRequest(request, resolved);
    if ('status' in chat) return chat;
    const { runId } = chat;
    const attached = runId !== undefined && (await runs?.attach(runId, reader));
    if (attached) return attached;
    // Who wants the rest of an answer that is gone does not want another one.
    if (runs !== undefined && request.headers.has('last-event-id')) return RUN_UNKNOWN;
    const leave = await admit(request, user, gate, rateLimit);
    if (typeof leave !== 'function') return leave;
    const question = { chat, requestId, user };
    if (runs !== undefined && runId !== undefined) return runs.begin(runId, question, reader, leave);
    return answerDirectly(request, question, { turns, options: resolved, leave });
  }

  return Object.assign(handle, {
    health: (): Health => ({ status: isDraining ? 'draining' : 'ok', ...turns.counters() }),
    async shutdown(limitMs = DEFAULT_SHUTDOWN_MS) {
      isDraining = true;
      await turns.drain(limitMs);
      runs?.close();
      await store?.close?.();
    },
  });
}
