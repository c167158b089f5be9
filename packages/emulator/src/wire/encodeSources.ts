import type { Source } from '../skills/skill.ts';

/** Sources as OpenAI's `annotations`; nothing when there are none. */
export function encodeSources(sources: readonly Source[]): object {
  if (sources.length === 0) return {};
  return { annotations: sources.map(({ url, title }) => ({ type: 'url_citation', url_citation: { url, title } })) };
}
