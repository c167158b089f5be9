import type { Language } from '../skills/skill.ts';

/** The language to answer in: the one asked for by name, else that of the question. */
export function languageOf(text: string): Language {
  if (/用英[文语]|in english/i.test(text)) return 'en';
  if (/\p{Script=Han}|in chinese/iu.test(text)) return 'zh';
  return 'en';
}
