import type { WireMessage } from '@ling-stream/core';
import type { ResolvedOptions } from './options.ts';
import type { Problem } from './problem.ts';
import { readLimitedText } from './readLimitedText.ts';

/** What a client may ask for: its messages and one of the allowed models. Everything else it sends is dropped. */
export interface ChatRequest {
  readonly messages: readonly WireMessage[];
  readonly model: string;
  /** Names the run, where the client wants to come back to it. */
  readonly runId: string | undefined;
}

const ROLES: ReadonlySet<unknown> = new Set(['user', 'assistant']);

/** Reads and checks a client's request; a problem says in one sentence what to change. */
export async function readChatRequest(request: Request, options: ResolvedOptions): Promise<ChatRequest | Problem> {
  const type = request.headers.get('content-type') ?? '';
  // A form or plain text could be posted by any page without a preflight.
  if (!/^application\/json\b/i.test(type)) {
    return problem(415, 'unsupported_media_type', 'Send JSON, with content-type: application/json.');
  }
  const { bodyBytes } = options.limits;
  const text = await readLimitedText(request, bodyBytes);
  if (text === null) return problem(413, 'body_too_large', `The request is larger than ${bodyBytes} bytes.`);
  return checkBody(parse(text), options);
}

function checkBody(body: unknown, { limits, model, models }: ResolvedOptions): ChatRequest | Problem {
  if (!isObject(body)) return problem(400, 'invalid_json', 'The body is not a JSON object.');
  const { messages } = body;
  if (!Array.isArray(messages) || messages.length === 0) {
    return problem(400, 'invalid_messages', 'The body needs `messages`, a list with at least one message.');
  }
  if (messages.length > limits.messages) {
    return problem(413, 'too_many_messages', `Send at most ${limits.messages} messages.`);
  }
  const wanted = body['model'] ?? model;
  if (typeof wanted !== 'string' || (wanted !== model && !models.includes(wanted))) {
    return problem(400, 'model_not_allowed', 'This endpoint does not offer the model that was asked for.');
  }
  const checked = messages.map(readMessage);
  if (!checked.every((message) => message !== null)) {
    const advice = 'Each message needs the role `user` or `assistant`, and a text as its `content`.';
    return problem(400, 'invalid_messages', advice);
  }
  if (checked.some(({ content }) => content.length > limits.messageChars)) {
    return problem(413, 'message_too_long', `A message is longer than ${limits.messageChars} characters.`);
  }
  const runId = body['runId'];
  if (runId !== undefined && !isRunId(runId)) {
    return problem(400, 'invalid_run_id', 'A `runId` is up to 128 letters, digits, dots, dashes and colons.');
  }
  return { messages: checked, model: wanted, runId };
}

/** Whether a client may call its run so. */
export function isRunId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.:-]{1,128}$/.test(value);
}

/** Copies what is allowed; what else a client put there does not reach the model. */
function readMessage(value: unknown): (WireMessage & { readonly content: string }) | null {
  if (!isObject(value) || !ROLES.has(value['role'])) return null;
  const content = readContent(value['content']);
  return content === null ? null : { role: String(value['role']), content };
}

function readContent(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return null;
  const texts = value.map((part) => (isObject(part) && part['type'] === 'text' ? part['text'] : null));
  return texts.every((text) => typeof text === 'string') ? texts.join('') : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problem(status: number, code: string, message: string): Problem {
  return { status, code, message };
}
