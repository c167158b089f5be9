import type { JsonObject } from '../wire/chatRequest.ts';
import { isJsonObject, objectOf, parseJson, stringOf } from '../wire/json.ts';
import type { DataLine, EndLine, HeadLine, RequestLine } from './recordLine.ts';

/** One request and its reply, as recorded. */
export interface RecordedExchange {
  readonly request: RequestLine;
  readonly head: HeadLine | undefined;
  readonly data: readonly DataLine[];
  /** Absent when the recording stopped before the reply did. */
  readonly end: EndLine | undefined;
}

/**
 * Reads a recording. Exchanges come in the order of their requests. A last line that was cut is left out.
 *
 * @throws TypeError - when a whole line is no line of a recording; the message names it.
 */
export function readRecording(text: string): readonly RecordedExchange[] {
  const exchanges = new Map<number, { request: RequestLine; head?: HeadLine; data: DataLine[]; end?: EndLine }>();
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const value = parseJson(line);
    if (!isJsonObject(value)) {
      if (line.trim() === '' || index === lines.length - 1) continue;
      throw new TypeError(`Line ${index + 1} of the recording is not a JSON object.`);
    }
    const id = numberOf(value['id']);
    const exchange = exchanges.get(id);
    switch (value['type']) {
      case 'request':
        exchanges.set(id, { request: decodeRequest(id, value), data: [] });
        break;
      case 'head':
        if (exchange) exchange.head = { type: 'head', id, ...timed(value), ...decodeHead(value) };
        break;
      case 'data':
        exchange?.data.push({ type: 'data', id, ...timed(value), ...decodeData(value) });
        break;
      case 'end':
        if (exchange) exchange.end = { type: 'end', id, ...timed(value), ...decodeEnd(value) };
        break;
      default:
        throw new TypeError(`Line ${index + 1} of the recording has no known type.`);
    }
  }
  return Array.from(exchanges.values(), ({ request, head, data, end }) => ({ request, head, data, end }));
}

function decodeRequest(id: number, line: JsonObject): RequestLine {
  return {
    type: 'request',
    id,
    at: numberOf(line['at']),
    method: stringOf(line['method']),
    url: stringOf(line['url']),
    headers: stringsOf(line['headers']),
    body: stringOf(line['body']),
  };
}

function decodeHead(line: JsonObject): Pick<HeadLine, 'status' | 'headers'> {
  return { status: numberOf(line['status']), headers: stringsOf(line['headers']) };
}

function decodeData(line: JsonObject): Pick<DataLine, 'text' | 'base64'> {
  return typeof line['base64'] === 'string' ? { base64: line['base64'] } : { text: stringOf(line['text']) };
}

function decodeEnd({ outcome, error }: JsonObject): Pick<EndLine, 'outcome' | 'error'> {
  const known = outcome === 'error' || outcome === 'client left' ? outcome : 'finished';
  return typeof error === 'string' ? { outcome: known, error } : { outcome: known };
}

function timed(line: JsonObject): { readonly ms: number } {
  return { ms: numberOf(line['ms']) };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function stringsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(objectOf(value)).map(([name, text]) => [name, stringOf(text)]));
}
