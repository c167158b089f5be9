import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { ChatLabels } from './labels.ts';

/** The built-in words for a language tag such as `zh-CN`; English for languages that are not built in. */
export function labelsFor(lang: string): ChatLabels {
  return /^zh\b/i.test(lang) ? chinese : english;
}
