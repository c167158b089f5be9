import type { Skill } from './skill.ts';

const ASKS =
  /^(?:please\s+|请)?(?:echo|repeat(?:\s+after\s+me)?|say|重复(?:一遍|一下)?|复述(?:一遍|一下)?|跟我(?:说|读|念)|回显)\s*[:\uff1a,\uff0c]\s*([^]+)$/i;

/** Says what it is told to say: `echo: hello`. */
export const echo: Skill = {
  name: 'echo',
  answer({ text, language }) {
    const [, words] = ASKS.exec(text) ?? [];
    if (words === undefined) return undefined;
    return { text: [words], reasoning: language === 'zh' ? '照原样说一遍。' : 'Say it back, as it is.' };
  },
};
