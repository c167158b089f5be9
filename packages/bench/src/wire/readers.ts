import { parseJsonEventStream } from '@ai-sdk/provider-utils';
import { XStream } from '@ant-design/x-sdk';
import { createSseParser, streamChat } from '@ling-stream/core';
import { fetchServerSentEvents } from '@tanstack/ai-client';
import { createParser } from 'eventsource-parser';
import { Stream } from 'openai/core/streaming';
import { z } from 'zod';
import { bodyOf, responseOf } from './recording.ts';

/** Reads the pieces to the end and returns how many events it saw. */
export type Reader = (pieces: readonly Uint8Array[]) => number | Promise<number>;

/** Our parser and `JSON.parse`, to compare with the record holder on equal terms. */
export const oursAndJson: Reader = (pieces) => {
  let events = 0;
  const parser = createSseParser({
    onEvent({ data }) {
      if (data === '[DONE]') return;
      JSON.parse(data);
      events += 1;
    },
  });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (const piece of pieces) parser.feed(decoder.decode(piece, { stream: true }));
  return events;
};

export const eventsourceParserAndJson: Reader = (pieces) => {
  let events = 0;
  const parser = createParser({
    onEvent({ data }) {
      if (data === '[DONE]') return;
      JSON.parse(data);
      events += 1;
    },
  });
  const decoder = new TextDecoder();
  for (const piece of pieces) parser.feed(decoder.decode(piece, { stream: true }));
  return events;
};

/** All of `streamChat`: typed events, parts, metrics, limits and time limits. */
export const streamChatWhole: Reader = (pieces) =>
  new Promise((resolve) => {
    let events = 0;
    streamChat({ url: 'https://bench.invalid/', transport: async () => responseOf(pieces) }).listen({
      events(arrived) {
        for (const { type } of arrived) if (type === 'text' || type === 'finish') events += 1;
      },
      end: () => resolve(events),
    });
  });

export const openai: Reader = (pieces) => countOf(Stream.fromSSEResponse(responseOf(pieces), new AbortController()));

export const xStream: Reader = async (pieces) => {
  let events = 0;
  for await (const { data } of XStream({ readableStream: bodyOf(pieces) })) {
    if (typeof data !== 'string' || data === '[DONE]') continue;
    JSON.parse(data);
    events += 1;
  }
  return events;
};

export const aiSdk: Reader = (pieces) => countOf(parseJsonEventStream({ stream: bodyOf(pieces), schema: z.any() }));

export const tanstack: Reader = (pieces) =>
  countOf(
    fetchServerSentEvents('https://bench.invalid/', { fetchClient: async () => responseOf(pieces) }).connect([]),
    (item) => typeof item === 'object' && item !== null && 'choices' in item, // it adds an event of its own at the end
  );

async function countOf(items: AsyncIterable<unknown>, isEvent = (_item: unknown): boolean => true): Promise<number> {
  let events = 0;
  for await (const item of items) if (isEvent(item)) events += 1;
  return events;
}
