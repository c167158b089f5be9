import type { Timeouts } from '@ling-stream/core';
import { listFaults } from '@ling-stream/emulator';
import { createEmulator } from '@ling-stream/emulator/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ChatHandler, createChatHandler } from '../src/createChatHandler.ts';
import { CANARY, chatRequest } from './setUp.ts';

/** What a reader gets for each fault of the model: a status and code before the answer, or an event's code after. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  '200 [DONE]': words(`
    http10 gzip buffered cut-before-done cut-blank-line split-character silence-after-done
    empty-chunks empty-choices null-fields no-finish-reason duplicate-done data-after-done
    content-filter length wrong-content-type no-content-type crlf cr split-crlf bom heartbeats
    no-space extra-fields many-lines lumps
  `),
  '200 truncated': words('cut cut-in-character cut-in-event cut-between-events http10-cut empty-200'),
  '200 upstream_unreachable': words('reset'),
  '200 upstream_timeout': words(
    'drip silence-before-first-token silence-midway late-first-token stall endless comments-only',
  ),
  '200 upstream_protocol': words('giant-event garbage-json not-an-object'),
  '200 upstream_error': words('error-event error-event-string error-event-named json-error-200'),
  '422 content_filter': words('blocked-input'),
  '429 rate_limited': words('rate-limit rate-limit-date'),
  '502 upstream_unreachable': words('refused'),
  '502 upstream_protocol': words('html-200 no-content'),
  '502 upstream_auth': words('unauthorized forbidden'),
  '502 upstream_quota': words('payment-required quota'),
  '502 upstream_rejected': words('bad-request not-found too-large unprocessable'),
  '502 upstream_error': words(`
    html-502 server-error overloaded slow-down gateway-timeout site-overloaded status
    request-timeout conflict
  `),
  '504 upstream_timeout': words('silence-before-headers late-headers'),
};
/** How long the model may be silent; the others have all the time they need. */
const LIMITS: Readonly<Record<string, Timeouts>> = {
  '504 upstream_timeout': { connect: 100 },
  '200 upstream_timeout': { firstEvent: 300, idle: 300, total: 800 },
};

const emulator = createEmulator({ tokensPerSecond: Infinity, ttftMs: 0 });
const lines: string[] = [];
const handlers = new Map<string, ChatHandler>();

beforeAll(async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0); // attempts follow each other at once
  const { url } = await emulator.listen();
  const log = (...line: unknown[]): void => void lines.push(JSON.stringify(line));
  for (const [outcome, names] of Object.entries(OUTCOMES)) {
    const options = { apiKey: CANARY, baseURL: `${url}/v1`, logger: { info: log, warn: log } };
    const models = names.map((name) => `fault:${name}`);
    handlers.set(outcome, createChatHandler({ ...options, models, timeout: LIMITS[outcome] }));
  }
});
afterAll(() => {
  vi.restoreAllMocks();
  return emulator.close();
});

describe('every fault of a model', () => {
  it('is known here', () => {
    const names = listFaults().map(({ name }) => name);
    expect(Object.values(OUTCOMES).flat().sort()).toEqual(names.sort());
  });

  it.each(Object.entries(OUTCOMES))(
    'of the kind %s ends in that way, and the key is in no byte and no line of the log',
    async (outcome, names) => {
      lines.length = 0;
      const outcomes = await Promise.all(names.map(async (name) => [name, await outcomeOf(name, outcome)]));

      expect(outcomes).toEqual(names.map((name) => [name, outcome]));
      expect(lines).toHaveLength(names.length);
      expect(lines.join('\n')).not.toContain(CANARY);
      const code = outcome.split(' ')[1] ?? '';
      expect(handlers.get(outcome)?.health()).toMatchObject(
        code === '[DONE]'
          ? { active: 0, done: names.length, errors: {} }
          : { active: 0, done: 0, errors: { [code]: names.length } },
      );
    },
    20_000,
  );
});

async function outcomeOf(name: string, outcome: string): Promise<string | undefined> {
  const messages = [{ role: 'user', content: 'count to 200' }];
  const response = await handlers.get(outcome)?.(chatRequest(JSON.stringify({ model: `fault:${name}`, messages })));
  if (response === undefined) return undefined;
  const text = await response.text();
  if ([text, ...[...response.headers].flat()].some((part) => part.includes(CANARY))) return 'the key';
  const code = /"error":{"code":"(\w+)"/.exec(text)?.[1];
  const end = text.endsWith('data: [DONE]\n\n') ? '[DONE]' : 'no end';
  return `${response.status} ${code ?? end}`;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
