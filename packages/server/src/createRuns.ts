import { createAnswerBody } from './createAnswerBody.ts';
import type { Gate } from './createGate.ts';
import type { Question, Turns } from './createTurns.ts';
import { frame, wantsIds } from './frame.ts';
import type { ResolvedOptions } from './options.ts';
import { type Problem, problemBody, problemResponse } from './problem.ts';
import type { RunStatus, RunStore } from './runStore.ts';
import { nameOfError } from './nameOfError.ts';
import type { Turn } from './startTurn.ts';
import { streamResponse } from './streamResponse.ts';
import { watchReaders } from './watchReaders.ts';

/** Who asks for a run, and as which request. */
export interface Reader {
  readonly request: Request;
  readonly requestId: string;
  readonly user: string | undefined;
}

/** Answers that outlive their connections. */
export interface Runs {
  /** Follows the run, if there is one of that name. */
  attach(runId: string, reader: Reader): Promise<Response | Problem | undefined>;
  /** Begins a run, and follows it. `leave` is called once, when it has ended. */
  begin(runId: string, question: Question, reader: Reader, leave: () => void): Promise<Response | Problem>;
  /** Goes on with a run where a reader broke off. */
  resume(runId: string, reader: Reader): Promise<Response | Problem>;
  /** Stops the model, through whichever process it is read. */
  stop(runId: string, reader: Reader): Promise<Response | Problem>;
  /** Ends what is still being read here; readers go on elsewhere. */
  close(): void;
}

export const RUN_UNKNOWN: Problem = {
  status: 404,
  code: 'run_unknown',
  message: 'This answer is not known here, or has been forgotten. Ask again.',
};
const NOT_YOURS: Problem = { status: 403, code: 'run_not_yours', message: 'This answer belongs to another user.' };
const TOO_MANY_READERS: Problem = {
  status: 429,
  code: 'too_many_streams',
  message: 'This answer, or another one of yours, is being read in too many places. Close one of them.',
  retryable: true,
  retryAfterMs: 2_000,
};
const UNAVAILABLE: Problem = {
  status: 503,
  code: 'store_unavailable',
  message: 'Answers that are being written cannot be read right now. Try again later.',
  retryable: true,
};

/** Keeps the runs of one endpoint in a store: what a reader gets has always been kept before. */
export function createRuns(store: RunStore, turns: Turns, readers: Gate, options: ResolvedOptions): Runs {
  const following = new Set<() => void>();
  const keepsOn = options.onDisconnect !== 'abort';

  async function attach(runId: string, reader: Reader): Promise<Response | Problem | undefined> {
    const status = await store.status(runId);
    return status === null ? undefined : open(runId, status, reader);
  }

  function open(runId: string, status: RunStatus, reader: Reader, left = (): void => {}): Response | Problem {
    if (status.owner !== (reader.user ?? '')) return NOT_YOURS;
    const after = readAfter(reader.request);
    // Everything is kept before it is sent: who has read more has read another run.
    if (after > status.lastSeq) return RUN_UNKNOWN;
    if (status.hasEnded && after === status.lastSeq && after > 0) return nothingMore(reader.requestId);
    const leave = readers.enter(reader.user);
    if (typeof leave === 'string') return TOO_MANY_READERS;
    return follow(runId, after, reader, () => {
      leave();
      left();
    });
  }

  function follow(runId: string, after: number, { request, requestId }: Reader, left: () => void): Response {
    const away = new AbortController();
    const abort = (): void => away.abort();
    const body = createAnswerBody(options.heartbeatMs, abort);
    const withIds = wantsIds(request);
    request.signal.addEventListener('abort', abort);
    following.add(abort);
    if (request.signal.aborted) abort();

    async function pump(): Promise<void> {
      try {
        for await (const events of store.read(runId, after, away.signal)) await body.write(frame(events, withIds));
      } catch (error) {
        if (away.signal.aborted) return;
        options.logger?.warn({ requestId, runId, error: nameOfError(error) }, 'run cannot be read');
        void body.write(`data: ${problemBody(UNAVAILABLE, requestId)}\n\n`);
      } finally {
        body.close();
        request.signal.removeEventListener('abort', abort);
        following.delete(abort);
        left();
      }
    }
    void pump();
    return streamResponse(body.stream, requestId);
  }

  async function begin(
    runId: string,
    question: Question,
    reader: Reader,
    leave: () => void,
  ): Promise<Response | Problem> {
    let isOurs: boolean;
    try {
      isOurs = await store.create(runId, reader.user ?? '');
    } catch (error) {
      leave();
      throw error;
    }
    if (!isOurs) {
      leave(); // another request of the same name came first
      return (await attach(runId, reader)) ?? RUN_UNKNOWN;
    }
    const turn = write(runId, question, leave);
    const refusal = await turn.opened;
    if (refusal !== undefined) {
      // Nothing was written, so the same name may be tried again.
      await store.remove(runId);
      return problemResponse(refusal, reader.requestId);
    }
    const status = { owner: reader.user ?? '', lastSeq: Infinity, hasEnded: false, hasReaders: false };
    return open(runId, status, reader, keepsOn ? undefined : turn.stop);
  }

  function write(runId: string, question: Question, leave: () => void): Turn {
    const turn = turns.start(question, {
      write: (events) => store.append(runId, events),
      end() {
        unwatch();
        ignoreStops();
        leave();
      },
    });
    const unwatch = watchReaders(runId, store, options.lingerMs, turn.stop);
    // Later, because a request that came early is told of at once.
    const ignoreStops = store.onStop(runId, () => queueMicrotask(turn.stop));
    return turn;
  }

  async function stop(runId: string, { user, requestId }: Reader): Promise<Response | Problem> {
    const status = await store.status(runId);
    if (status !== null && status.owner !== (user ?? '')) return NOT_YOURS;
    // Of an unknown run too: the question may still be on its way.
    await store.requestStop(runId);
    return nothingMore(requestId);
  }

  /** A store that fails is a passing state, not a fault of the endpoint. */
  function guarded<Result>(work: Promise<Result>, { requestId }: Reader): Promise<Result | Problem> {
    return work.catch((error: unknown) => {
      options.logger?.warn({ requestId, error: nameOfError(error) }, 'run store failed');
      return UNAVAILABLE;
    });
  }

  return {
    attach: (runId, reader) => guarded(attach(runId, reader), reader),
    begin: (runId, question, reader, leave) => guarded(begin(runId, question, reader, leave), reader),
    resume: async (runId, reader) => (await guarded(attach(runId, reader), reader)) ?? RUN_UNKNOWN,
    stop: (runId, reader) => guarded(stop(runId, reader), reader),
    close() {
      for (const abort of following) abort();
    },
  };
}

function nothingMore(requestId: string): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store', 'x-request-id': requestId } });
}

/** Where the reader stands; anything that is no count of ours is the beginning. */
function readAfter({ headers, url }: Request): number {
  const id = headers.get('last-event-id') ?? new URL(url).searchParams.get('after') ?? '';
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
}
