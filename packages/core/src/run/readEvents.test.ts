import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf, createBody } from '../../test/createBody.ts';
import { readFixture } from '../../test/readFixture.ts';
import { DONE, event } from '../../test/scriptTransport.ts';
import { turn } from '../../test/turn.ts';
import type { StreamEvent } from '../event.ts';
import { LingError } from '../LingError.ts';
import { createDecoder } from '../wire/createDecoder.ts';
import { createCursor } from './createCursor.ts';
import { readEvents } from './readEvents.ts';

const NAMES = readdirSync(new URL('../../test/fixtures', import.meta.url)).map((file) => file.replace('.sse', ''));

describe('readEvents', () => {
  it.each(NAMES)('reads the same events from %s wherever it is cut in two', async (name) => {
    const bytes = readFixture(name);
    const whole = await read(bytes);
    for (let place = 1; place < bytes.length; place += 1)
      expect(await read(bytes.subarray(0, place), bytes.subarray(place)), `cut at ${place}`).toEqual(whole);
  });

  it('reads the same events byte by byte and however else the bytes are cut', async () => {
    const cases = fc.tuple(fc.constantFrom(...NAMES), fc.infiniteStream(fc.integer({ min: 1, max: 30 })));
    const byteByByte = NAMES.map((name): [[string, fc.Stream<number>]] => [[name, fc.stream(always(1))]]);
    await fc.assert(
      fc.asyncProperty(cases, async ([name, sizes]) => {
        const bytes = readFixture(name);
        expect(await read(...cut(bytes, sizes))).toEqual(await read(bytes));
      }),
      { examples: byteByByte, numRuns: 150 },
    );
  });

  it('loses nothing that came before a cut, and says so, wherever the stream ends', async () => {
    const bytes = readFixture('openai-usage-last');
    for (let length = 0; length < bytes.length; length += 1) {
      const { text, end } = await read(bytes.subarray(0, length));
      expect('Spring comes').toContain(text);
      // Only a last `[DONE]` may come without its blank line.
      expect(end === 'done').toBe(length >= bytes.length - 2);
    }
  });

  it('hands out all events of one arrival together, as soon as they are there', async () => {
    const { stream, write, close } = createBody();
    const arrivals: number[] = [];
    const reading = start(stream, (events) => arrivals.push(events.length));
    write(event({ content: 'a' }) + event({ content: 'b' }));
    await turn();
    expect(arrivals).toEqual([2]);

    write(': hb\n\n');
    await turn();
    expect(arrivals).toEqual([2, 0]);

    close();
    await reading;
  });

  it('reads no further before an arrival has been dealt with', async () => {
    const { stream, write } = createBody();
    const arrivals: (readonly StreamEvent[])[] = [];
    const pause = new Promise<void>(() => {});
    void start(stream, (events) => {
      arrivals.push(events);
      return pause;
    });
    write(event({ content: 'a' }), event({ content: 'b' }));
    await turn();

    expect(arrivals).toHaveLength(1);
  });

  it('hands out what came before a broken event, then fails', async () => {
    const { events, failure } = await read(event({ content: 'a' }) + 'data: {oops\n\n' + event({ content: 'b' }));

    expect(events).toEqual([{ type: 'text', text: 'a' }]);
    expect(LingError.is(failure) && failure.code).toBe('protocol');
  });

  it('cancels the body and ignores the rest after the end mark', async () => {
    const { stream, write, isCancelled } = createBody();
    const reading = start(stream, () => {});
    write(event({ content: 'a' }) + DONE + event({ content: 'b' }));

    expect(await reading).toBe('done');
    expect(isCancelled()).toBe(true);
    expect(stream.locked).toBe(false);
  });

  it.each([
    ['too long', 'x'.repeat(1_000_001)],
    ['broken', 'data: {oops\n\n'],
  ])('completes though what follows the end mark is %s', async (_name, rest) => {
    expect(await read(event({ content: 'a' }) + DONE + rest)).toMatchObject({
      text: 'a',
      end: 'done',
      failure: undefined,
    });
  });

  it('cancels and releases the body when an event is broken', async () => {
    const { stream, write, isCancelled } = createBody();
    const reading = start(stream, () => {});
    write('data: {oops\n\n');

    await expect(reading).rejects.toThrow('not a JSON object');
    expect([isCancelled(), stream.locked]).toEqual([true, false]);
  });

  it('cancels and releases the body at once when the signal fires, though the transport does nothing', async () => {
    const { stream, write, isCancelled } = createBody();
    const controller = new AbortController();
    const reading = start(stream, () => {}, controller.signal);
    write('data: {"content":"cut');
    await turn();
    controller.abort();

    expect(isCancelled()).toBe(true);
    expect(await reading).toBeUndefined();
    expect(stream.locked).toBe(false);
  });

  it('passes on a failure of the body itself', async () => {
    const { stream, fail } = createBody();
    const reading = start(stream, () => {});
    fail(new TypeError('reset'));

    await expect(reading).rejects.toThrow('reset');
    expect(stream.locked).toBe(false);
  });

  it('takes no last event that ends inside a character', async () => {
    const bytes = new TextEncoder().encode('data: {"content":"a"}春').subarray(0, -1);

    expect((await read(bytes)).events).toEqual([]);
    expect((await read(bytes.subarray(0, -2))).events).toEqual([{ type: 'text', text: 'a' }]);
  });

  it('refuses an event over the limit', async () => {
    const body = bodyOf(event({ content: 'x'.repeat(100) }));
    const reading = readEvents(body, new AbortController().signal, {
      decode: createDecoder(),
      cursor: undefined,
      maxEventChars: 99,
      acceptsJson: true,
      async onArrival() {},
    });

    await expect(reading).rejects.toMatchObject({ code: 'protocol', phase: 'stream' });
  });

  it('leaves an unfinished event to be sent again where the server can, but takes an unfinished end mark', async () => {
    const cursor = createCursor();
    for (const tail of ['id: 2\ndata: {"content":"b"}', 'data: {"content":"b"}\nid: 2']) {
      const events: StreamEvent[] = [];
      cursor.reset();
      await start(bodyOf(event({ content: 'a' }, 1) + tail), (arrived) => events.push(...arrived), undefined, cursor);
      expect(events).toEqual([{ type: 'text', text: 'a' }]);
    }
    expect(cursor.lastId()).toBe('1');

    expect(await start(bodyOf('data: [DONE]'), () => {}, undefined, cursor)).toBe('done');
    expect(await start(bodyOf('id: 2\ndata: [DONE]'), () => {}, undefined, cursor)).toBe('done');
    expect(cursor.lastId()).toBe('1');
  });
});

interface Read {
  readonly events: readonly StreamEvent[];
  readonly text: string;
  readonly end: unknown;
  readonly failure: unknown;
}

async function read(...chunks: readonly (string | Uint8Array)[]): Promise<Read> {
  const events: StreamEvent[] = [];
  let failure: unknown;
  const end = await start(bodyOf(...chunks), (arrived) => events.push(...arrived)).catch((error: unknown) => {
    failure = error;
  });
  const text = events.map((each) => (each.type === 'text' ? each.text : '')).join('');
  return { events, text, end, failure };
}

function start(
  body: ReadableStream<Uint8Array>,
  onArrival: (events: readonly StreamEvent[]) => unknown,
  signal: AbortSignal = new AbortController().signal,
  cursor = createCursor(),
): Promise<unknown> {
  return readEvents(body, signal, {
    decode: createDecoder(),
    cursor,
    maxEventChars: 1_000_000,
    acceptsJson: true,
    onArrival: async (events) => void (await onArrival(events)),
  });
}

function cut(bytes: Uint8Array, sizes: Iterator<number>): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let place = 0; place < bytes.length;) {
    const size: number = sizes.next().value;
    pieces.push(bytes.subarray(place, place + size));
    place += size;
  }
  return pieces;
}

function* always(size: number): Generator<number> {
  for (;;) yield size;
}
