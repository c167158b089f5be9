import type { Language, Skill } from './skill.ts';

interface Reply {
  readonly asked: RegExp;
  readonly said: Readonly<Record<Language, string>>;
}

const REPLIES: readonly Reply[] = [
  {
    asked:
      /^\W*(?:thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|ty|cheers)\W*$|^(?:多谢|谢谢|谢了|感谢)[您你啦了]?[^\p{L}]*$/iu,
    said: { en: 'You are welcome.', zh: '不客气。' },
  },
  {
    asked:
      /^\W*(?:ok(?:ay)?|fine|cool|great|nice|good|got it|i see|alright)\W*$|^(?:好的?|好吧|行|可以|明白了?|知道了|嗯+)[^\p{L}]*$/iu,
    said: { en: 'Good. Say **help** to see what else I can do.', zh: '好的。发送“**帮助**”，看看我还能做什么。' },
  },
  {
    asked: /^\W*how are you(?: doing| today)?\W*$|^[您你]好吗[^\p{L}]*$|^最近(?:好吗|怎么样)[^\p{L}]*$/iu,
    said: {
      en: 'All my tokens are in order, thank you. What shall I write?',
      zh: '我很好，谢谢。您想让我写点什么？',
    },
  },
  {
    asked: /^\W*(?:bye|goodbye|see you)\W*$|^(?:再见|拜拜)[^\p{L}]*$/iu,
    said: { en: 'Goodbye!', zh: '再见！' },
  },
];

/** Answers thanks and other small words in a few of its own. */
export const smallTalk: Skill = {
  name: 'small talk',
  answer({ text, language }) {
    const reply = REPLIES.find(({ asked }) => asked.test(text));
    return reply && { text: [reply.said[language]] };
  },
};
