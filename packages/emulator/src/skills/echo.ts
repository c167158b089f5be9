import type { Skill } from './skill.ts';

const BARE =
  /^(?:please\s+)?(?:echo\s+([^]+)|say\s+((?:hi|hello|hey|yes|no|good \w+|thanks?|cheese)\b[^]{0,40}))$|^请?(?:复述|重复)(?:一遍|一下)?(?![我你您上刚前])([^]{1,200})$/i;
const ASKS =
  /^(?:please\s+|请)?(?:echo|repeat(?:\s+after\s+me)?|say|重复(?:一遍|一下)?|复述(?:一遍|一下)?|跟我(?:说|读|念)|回显)\s*[:\uff1a,\uff0c]\s*([^]+)$/i;

/** Says what it is told to say: `echo: hello`. */
export const echo: Skill = {
  name: 'echo',
  answer({ text, language }) {
    const [, given] = ASKS.exec(text) ?? [];
    const words = given ?? BARE.exec(text)?.slice(1).find(Boolean);
    if (words === undefined) return undefined;
    return { text: [words], reasoning: language === 'zh' ? '照原样说一遍。' : 'Say it back, as it is.' };
  },
};
