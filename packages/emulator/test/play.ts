import type { EmulatorOptions } from '../src/options.ts';
import { createEmulatorFetch } from '../src/createEmulatorFetch.ts';
import { createVirtualClock } from '../src/timing/createVirtualClock.ts';

/** What a client saw of one reply. */
export interface Seen {
  readonly status: number | undefined;
  readonly headers: Headers;
  /** Body chunks as they came. */
  readonly chunks: readonly Uint8Array[];
  /** The body as text. */
  readonly text: string;
  /** What the body or the request failed with. */
  readonly error: unknown;
  /** Every pause, in milliseconds. */
  readonly delays: readonly number[];
}

/** How to ask. */
export interface Ask {
  readonly content?: string;
  readonly path?: string;
  readonly body?: object;
  readonly options?: EmulatorOptions;
  readonly headers?: Record<string, string>;
  /** Leaves after so many chunks. */
  readonly chunks?: number;
}

/** Asks an emulator for a streamed answer and reads it to its end, whatever that is. */
export async function play(fault: string | undefined, ask: Ask = {}): Promise<Seen> {
  const { content = 'count to 30', path = '/v1/chat/completions', chunks: most = Infinity } = ask;
  const clock = createVirtualClock();
  const fetch = createEmulatorFetch({ tokensPerSecond: Infinity, clock, ...ask.options });
  const body = { model: 'Ling-1T', stream: true, messages: [{ role: 'user', content }], ...ask.body };
  const headers = { ...(fault === undefined ? {} : { 'x-ling-fault': fault }), ...ask.headers };
  const chunks: Uint8Array[] = [];
  const seen = (response: Response | undefined, error: unknown): Seen => ({
    status: response?.status,
    headers: response?.headers ?? new Headers(),
    chunks,
    text: chunks.reduce((text, chunk) => text + decoder.decode(chunk, { stream: true }), '') + decoder.decode(),
    error,
    delays: clock.delays,
  });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let response: Response | undefined;
  try {
    response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      if (chunks.length >= most) break;
    }
    return seen(response, undefined);
  } catch (error) {
    return seen(response, error);
  }
}

/** The data of each event, as a strict reader finds it. */
export function eventsOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n\r\n|\n\n|\r\r/)
    .map((block) =>
      block
        .split(/\r\n|\n|\r/)
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice('data:'.length).replace(/^ /, ''))
        .join('\n'),
    )
    .filter((data) => data !== '');
}

/** The answer's text, as a forgiving client gathers it: broken events are left out. */
export function contentOf(text: string): string {
  return eventsOf(text)
    .map((data) => {
      try {
        const { content, choices } = JSON.parse(data) ?? {};
        return choices?.[0]?.delta?.content ?? content ?? '';
      } catch {
        return '';
      }
    })
    .join('');
}
