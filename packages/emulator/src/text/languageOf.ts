import type { Language } from '../skills/skill.ts';

/** Chinese when there is a Chinese character, else English. */
export function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
