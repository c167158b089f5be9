import { encodeReply, jsonReply } from '../engine/reply.ts';
import type { Head, Step } from '../engine/step.ts';
import type { Fault } from './fault.ts';

const LOGIN =
  '<!doctype html><html><head><title>Sign in</title></head><body><form>Sign in to go on</form></body></html>\n';
const GATEWAY =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>\n';

/** Replies that are not the stream that was asked for. */
export const BODY_FAULTS: readonly Fault[] = [
  {
    name: 'html-200',
    summary: 'Answers 200 with a login page.',
    play: () => html(200, LOGIN),
  },
  {
    name: 'html-502',
    summary: 'Answers 502 with the page of a proxy.',
    play: () => html(502, GATEWAY),
  },
  {
    name: 'json-error-200',
    summary: 'Answers 200 with a JSON error.',
    play: ({ requestId }) =>
      encodeReply(
        jsonReply(
          200,
          JSON.stringify({
            error: {
              message: 'The engine is currently overloaded',
              type: 'server_error',
              code: 'overloaded',
              param: null,
            },
            request_id: requestId,
          }),
        ),
      ),
  },
  {
    name: 'empty-200',
    summary: 'Answers 200 with an empty stream.',
    *play({ reply }) {
      yield { kind: 'head', head: reply.head };
      yield { kind: 'end' };
    },
  },
  {
    name: 'no-content',
    summary: 'Answers 204 without a body.',
    play: () => encodeReply(jsonReply(204, '')),
  },
  {
    name: 'wrong-content-type',
    summary: 'Sends a good stream as text/plain.',
    play: ({ reply }) => encodeReply({ ...reply, head: withType(reply.head, 'text/plain; charset=utf-8') }),
  },
  {
    name: 'no-content-type',
    summary: 'Sends a good stream without a content type.',
    play: ({ reply }) => encodeReply({ ...reply, head: withType(reply.head, undefined) }),
  },
];

function* html(status: number, page: string): Generator<Step> {
  yield { kind: 'head', head: { status, headers: { 'content-type': 'text/html; charset=utf-8' } } };
  yield { kind: 'write', bytes: new TextEncoder().encode(page) };
  yield { kind: 'end' };
}

function withType(head: Head, type: string | undefined): Head {
  const { 'content-type': _, ...rest } = head.headers;
  return { ...head, headers: type === undefined ? rest : { ...rest, 'content-type': type } };
}
