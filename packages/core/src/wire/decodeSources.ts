import type { StreamEvent } from '../event.ts';
import { asList, asObject, asText, type JsonObject } from './json.ts';

type SourceEvent = Extract<StreamEvent, { type: 'source' }>;

/**
 * Finds the pages an answer refers to, in the shapes providers use: `annotations`, `citations`, `search_results`,
 * `search_info`, `web_search`, and our own `sources`. Only http and https addresses count.
 */
export function decodeSources(holder: JsonObject): SourceEvent[] {
  const { sources, citations, annotations, search_results: results, search_info: info, web_search: pages } = holder;
  // Most chunks have none, and there are many chunks.
  if (!(sources ?? citations ?? annotations ?? results ?? info ?? pages)) return [];
  return [sources, citations, annotations, results, asObject(info)['search_results'], pages].flatMap((list) =>
    asList(list).flatMap(decodeSource),
  );
}

/** Decodes one address, alone or with a title; none when it is no page. */
export function decodeSource(value: unknown): SourceEvent[] {
  const holder = asObject(value);
  const fields = asObject(holder['url_citation'] ?? holder);
  const url = asText(value) ?? asText(fields['url']) ?? asText(fields['link']) ?? '';
  const title = asText(fields['title']);
  return /^https?:\/\//i.test(url) ? [{ type: 'source', url, ...(title && { title }) }] : [];
}
