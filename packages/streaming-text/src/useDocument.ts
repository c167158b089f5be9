'use client';
import { type Block, type Chunked, createMarkdownStream, type MarkdownStream } from '@ling-stream/markdown';
import { useState } from 'react';

/** Parses a text that usually grows; a text that does not go on from the last one is parsed anew. */
export function useDocument(text: string, finished: boolean): Chunked<Block> {
  const [read] = useState(createReader);
  return read(text, finished);
}

interface Reading {
  readonly text: string;
  readonly finished: boolean;
  readonly blocks: Chunked<Block>;
}

/**
 * What it returns depends on its arguments only, so rendering twice, or rendering a text that React then throws away,
 * changes nothing but how much work the next call can spare.
 */
function createReader(): (text: string, finished: boolean) => Chunked<Block> {
  let stream: MarkdownStream = createMarkdownStream();
  let readings: readonly Reading[] = [];

  return (text, finished) => {
    // Two are kept: React may render an urgent update with the last text while a newer one waits.
    const known = readings.find((reading) => reading.text === text && reading.finished === finished);
    if (known !== undefined) return known.blocks;
    const last = readings[0] ?? { text: '', finished: false };
    const goesOn = !last.finished && text.startsWith(last.text);
    if (!goesOn) stream = createMarkdownStream();
    stream.append(goesOn ? text.slice(last.text.length) : text);
    if (finished) stream.finish();
    const reading: Reading = { text, finished, blocks: stream.blocks };
    readings = goesOn ? [reading, ...readings.slice(0, 1)] : [reading];
    return reading.blocks;
  };
}
