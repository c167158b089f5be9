'use client';
import {
  type Block,
  type Chunked,
  createMarkdownStream,
  type FootnoteEntry,
  type MarkdownStream,
} from '@ling-stream/markdown';
import { useEffect, useState } from 'react';

/** A parsed text. */
export interface Document {
  readonly blocks: Chunked<Block>;
  readonly footnotes: readonly FootnoteEntry[];
}

/** After so long without more text, what was held back at the end is shown. */
const SILENCE_MS = 300;

/** Parses a text that usually grows; a text that does not go on from the last one is parsed anew. */
export function useDocument(text: string, finished: boolean): Document {
  const [read] = useState(createReader);
  const [waited, setWaited] = useState<string>();
  useEffect(() => {
    if (finished) return;
    const timer = setTimeout(() => setWaited(text), SILENCE_MS);
    return () => clearTimeout(timer);
  }, [text, finished]);
  const growing = waited === text ? 'waiting' : 'growing';
  return read(text, finished ? 'finished' : growing);
}

type Stage = 'growing' | 'waiting' | 'finished';

interface Reading extends Document {
  readonly text: string;
  readonly stage: Stage;
}

/**
 * What it returns depends on its arguments only, so rendering twice, or rendering a text that React then throws away,
 * changes nothing but how much work the next call can spare.
 */
function createReader(): (text: string, stage: Stage) => Document {
  let stream: MarkdownStream = createMarkdownStream();
  let readings: readonly Reading[] = [];

  return (text, stage) => {
    // Two are kept: React may render an urgent update with the last text while a newer one waits.
    const known = readings.find((reading) => reading.text === text && reading.stage === stage);
    if (known !== undefined) return known;
    const last = readings[0] ?? { text: '', stage: 'growing' };
    const goesOn = last.stage !== 'finished' && text.startsWith(last.text);
    if (!goesOn) stream = createMarkdownStream();
    stream.append(goesOn ? text.slice(last.text.length) : text);
    if (stage === 'waiting') stream.reveal();
    if (stage === 'finished') stream.finish();
    const reading: Reading = { text, stage, blocks: stream.blocks, footnotes: stream.footnotes };
    readings = goesOn ? [reading, ...readings.slice(0, 1)] : [reading];
    return reading;
  };
}
