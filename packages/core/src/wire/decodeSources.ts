import type { StreamEvent } from '../event.ts';
import { asList, asObject, asText, type JsonObject } from './json.ts';

type SourceEvent = Extract<StreamEvent, { type: 'source' }>;

/**
 * Finds the pages an answer refers to, in the shapes providers use: `annotations`, `citations`, `search_info`,
 * `web_search`, and our own `sources`. Only http and https addresses count.
 */
export function decodeSources(holder: JsonObject): SourceEvent[] {
  const found = [
    ...asList(holder['sources']),
    ...asList(holder['citations']),
    ...asList(holder['web_search']),
    ...asList(asObject(holder['search_info'])['search_results']),
    ...asList(holder['annotations']).map((item) => asObject(item)['url_citation'] ?? item),
  ];
  return found.map(decodeSource).filter((source) => source !== null);
}

function decodeSource(value: unknown): SourceEvent | null {
  const fields = typeof value === 'string' ? { url: value } : asObject(value);
  const url = asText(fields['url']) ?? asText(fields['link']);
  if (url === undefined || !/^https?:\/\//i.test(url)) return null;
  const title = asText(fields['title']);
  return title === undefined ? { type: 'source', url } : { type: 'source', url, title };
}
