import type { Language, Skill } from './skill.ts';

const ASKS = /故事|\bstory\b|\btale\b/i;

/** Tells a short story. */
export const story: Skill = {
  name: 'story',
  answer({ text, language }) {
    return ASKS.test(text) ? { text: STORY[language], reasoning: REASONING[language] } : undefined;
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '用户想听故事。讲一个短的：有一个人，一件怪事，一个温暖的结尾。',
  en: 'They want a story. A short one: one person, one odd thing, and a kind ending.',
};

const STORY: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '## 修钟的人\n\n',
    '从前有座小城，城里的钟楼总是慢七分钟。外地人笑话它，本地人却谁也不在意：全城的人都跟着它过日子，大家一起慢，也就等于谁都不慢。\n\n',
    '有一年，城里来了一位修钟的师傅。市长请他把钟调准。师傅爬上钟楼，待了三天，下来时说：“钟没有坏。”\n\n',
    '“可它慢了七分钟。”\n\n',
    '“不错。从车站走到钟楼，正好要走七分钟。造钟的人想的是，让每一个刚下火车、赶来见面的人，都不迟到。”\n\n',
    '市长半天没有说话。后来，他在车站立了一块牌子，上面写着：**不用跑，我们等你。**\n\n',
    '那座钟，至今还慢着七分钟。\n',
  ],
  en: [
    '## The Clock Mender\n\n',
    'There was once a small town whose clock was seven minutes slow. Strangers laughed at it. The people of the town did not mind: they all lived by it, and if everybody is late together, nobody is.\n\n',
    'One year a clock mender came by, and the mayor asked her to set it right. She climbed the tower and stayed up there three days. “The clock is not broken,” she said when she came down.\n\n',
    '“But it is seven minutes slow.”\n\n',
    '“It is. And it takes seven minutes to walk here from the station. Whoever built it wanted nobody who has just stepped off a train, and is hurrying to meet somebody, to be late.”\n\n',
    'The mayor said nothing for a while. Then he had a sign put up at the station. It says: **Do not run. We are waiting for you.**\n\n',
    'The clock is seven minutes slow to this day.\n',
  ],
};
