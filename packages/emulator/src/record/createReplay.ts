import type { EngineRequest } from '../engine/engineRequest.ts';
import type { Step } from '../engine/step.ts';
import { decodeChatRequest } from '../wire/decodeChatRequest.ts';
import { lastQuestion } from '../wire/lastQuestion.ts';
import { decodeBytes } from './encodeBytes.ts';
import { readRecording, type RecordedExchange } from './readRecording.ts';

/** Finds the recorded reply to a request; `undefined` when nothing was recorded for its path. */
export type Replay = (request: EngineRequest) => Iterable<Step> | undefined;

/** Headers that described the recorded connection, not the reply. */
const CONNECTION =
  /^(?:connection|keep-alive|transfer-encoding|content-length|content-encoding|date|access-control-.*)$/i;

/**
 * Creates a source of recorded replies. A request gets the reply to the same question; when that was never asked,
 * the replies recorded for its path come in turn.
 *
 * @param speed - 1 is the recorded speed, 2 is twice as fast, `Infinity` waits for nothing.
 */
export function createReplay(recording: string, speed: number): Replay {
  if (!(speed > 0)) throw new TypeError(`\`replaySpeed\` is ${speed}; it must be over 0.`);
  const exchanges = readRecording(recording)
    .filter(({ head }) => head !== undefined)
    .map((exchange) => ({
      exchange,
      path: endOf(new URL(exchange.request.url).pathname),
      question: questionOf(exchange.request.body),
    }));
  let turn = 0;

  return (request) => {
    const known = exchanges.filter(({ path }) => path === endOf(request.path));
    const question = questionOf(request.body);
    const found = known.find((one) => one.question === question) ?? known[turn++ % known.length];
    return found && performExchange(found.exchange, speed);
  };
}

function* performExchange({ head, data, end }: RecordedExchange, speed: number): Generator<Step> {
  let time = 0;
  const until = (ms: number, tokens: number): Step => {
    const pause = Math.max(0, ms - time) / speed;
    time = ms;
    return { kind: 'wait', ms: pause, tokens };
  };
  if (!head) return;
  const headers = Object.fromEntries(Object.entries(head.headers).filter(([name]) => !CONNECTION.test(name)));
  yield until(head.ms, 0);
  yield { kind: 'head', head: { status: head.status, headers } };
  for (const line of data) {
    yield until(line.ms, line.text?.match(/^data: ?\{/gm)?.length ?? 0);
    yield { kind: 'write', bytes: decodeBytes(line) };
  }
  if (end) yield until(end.ms, 0);
  // A recording that stopped, like a reader that left, has no end to play.
  yield { kind: end?.outcome === 'finished' ? 'end' : 'reset' };
}

/** The last word of a path tells what is asked, whatever the base URL. */
function endOf(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? '';
}

function questionOf(body: string): string | undefined {
  const decoded = decodeChatRequest(body, '-');
  return 'request' in decoded ? lastQuestion(decoded.request.messages) : undefined;
}
