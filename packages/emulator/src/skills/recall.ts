import type { ChatMessage } from '../wire/chatRequest.ts';
import type { Language, Skill } from './skill.ts';

const ASKS_NAME =
  /what(?:'s| is|’s|s) my name|do you (?:know|remember) my name|who am i|我叫什么|我的名字|我是谁|还?记得我(?:叫|是)/i;
const TELLS_NAME =
  /\b(?:my name is|i am called|(?:^|hello,? |hi,? |hey,? )(?:i'm|i’m|i am|this is))\s+(?!(?:not|very|too|so|no|a|an|the|in|on|here|fine|good|happy|sad|sorry|sure|tired|hungry|unknown|hard|long|short|important|your|trying|looking|using|new)\b)([\p{L}-]+)|(?:我叫(?![了过着车醒他她它你您人外快救不来上])|我的名字(?:叫|是)|^(?:你好[,，]?\s*|您好[,，]?\s*)?我是(?!谁|不|一|来|在|要|想|说|否|从|个|学|程|老|做|用|为))\s*([\p{L}·]{1,10})/iu;
const ASKS_QUESTION =
  /(?:what did i (?:just )?(?:ask|say)|my (?:first|last|previous) (?:question|message))|我(?:刚才|刚刚|之前|第一次|最先|上一?[句次个])?.{0,4}(?:问|说)(?:了|过|的是?)(?:什么|啥)/i;

/** Remembers what was said earlier in the conversation, which shows that the history is sent. */
export const recall: Skill = {
  name: 'recall',
  answer({ text, language, chat }) {
    const said = earlier(chat.messages);
    if (ASKS_NAME.test(text)) return { text: [NAME[language](findName(said))] };
    if (TELLS_NAME.test(text) && !/[?\uff1f]|吗/.test(text) && text.length < 60) {
      const name = findName([text]);
      if (name !== undefined) return { text: [GREETING[language](name)] };
    }
    if (!ASKS_QUESTION.test(text)) return undefined;
    const first = /first|第一|最先/i.test(text);
    return { text: [QUESTION[language](first ? said[0] : said.at(-1), first)] };
  },
};

const NAME: Readonly<Record<Language, (name: string | undefined) => string>> = {
  zh: (name) => (name === undefined ? '您还没有告诉我您的名字。' : `您刚才说过，您叫**${name}**。`),
  en: (name) =>
    name === undefined ? 'You have not told me your name yet.' : `You are **${name}**. You said so earlier.`,
};

const GREETING: Readonly<Record<Language, (name: string) => string>> = {
  zh: (name) =>
    `${name}，您好！我记下了——准确地说，是您的页面记下了：每次提问，它都会把前面的对话一并发给我。不信可以问我“我叫什么名字？”`,
  en: (name) =>
    `Nice to meet you, ${name}. I shall remember it, or rather your page will: with each question it sends me the conversation so far. Ask “What is my name?” to see.`,
};

const QUESTION: Readonly<Record<Language, (question: string | undefined, first: boolean) => string>> = {
  zh: (question, first) =>
    question === undefined
      ? '这是您说的第一句话，前面什么也没有。'
      : `您${first ? '最先' : '刚才'}说的是：\n\n> ${question}`,
  en: (question, first) =>
    question === undefined
      ? 'This is your first question; there is nothing before it.'
      : `${first ? 'First' : 'Just now'} you asked:\n\n> ${question}`,
};

/** What the user said before the question at hand. */
function earlier(messages: readonly ChatMessage[]): string[] {
  return messages
    .filter(({ role }) => role === 'user')
    .slice(0, -1)
    .map(({ text }) => text.trim().replace(/\s+/g, ' '));
}

function findName(said: readonly string[]): string | undefined {
  for (const text of said.toReversed()) {
    const [, english, chinese] = TELLS_NAME.exec(text) ?? [];
    if (english ?? chinese) return english ?? chinese;
  }
  return undefined;
}
