import { shorten } from '../text/shorten.ts';
import { countTokens } from '../text/tokenise.ts';
import type { ChatMessage } from '../wire/chatRequest.ts';
import type { Language, Skill } from './skill.ts';

const ASKS = /\bsummar(?:y|i[sz]e)\b|\brecap\b|\btl;?dr\b|总结|概括|摘要|归纳|回顾/i;
const PASTED = /(?:summar(?:y|i[sz]e)|recap|tl;?dr|总结|概括|摘要|归纳)[^:\uff1a\n]{0,30}[:\uff1a\n]\s*([^]{40,})$/i;
const SENTENCES = 3;
const SHOWN = 48;

/** Sums up the conversation so far, or a text that is given with the question. */
export const summary: Skill = {
  name: 'summary',
  answer({ text, language, chat }) {
    if (!ASKS.test(text)) return undefined;
    const [, pasted] = PASTED.exec(text) ?? [];
    const words = pasted === undefined ? ofConversation(chat.messages, language) : ofText(pasted, language);
    return { text: words, reasoning: REASONING[language] };
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '要做小结。先数一数有几轮，再逐条写下问了什么、答了什么。',
  en: 'I am to sum up. Count the turns, then note what was asked and what was answered.',
};

interface Turn {
  readonly question: string;
  readonly answer: string;
}

function* ofConversation(messages: readonly ChatMessage[], language: Language): Generator<string> {
  const turns = readTurns(messages);
  yield OPENING[language](turns.length);
  for (const [index, { question, answer }] of turns.entries()) {
    yield `${index + 1}. ${LINE[language](plain(question), plain(answer), countTokens(answer))}\n`;
  }
}

const OPENING: Readonly<Record<Language, (turns: number) => string>> = {
  zh: (turns) =>
    turns === 0 ? '我们才刚刚开始，还没有什么可总结的。\n' : `到目前为止，我们聊了 **${turns}** 轮：\n\n`,
  en: (turns) =>
    turns === 0
      ? 'We have only just begun; there is nothing to sum up yet.\n'
      : `So far we have had **${turns}** ${turns === 1 ? 'turn' : 'turns'}:\n\n`,
};

const LINE: Readonly<Record<Language, (question: string, answer: string, tokens: number) => string>> = {
  zh: (question, answer, tokens) =>
    tokens === 0
      ? `您说：“${nest(question)}”，我还没来得及回答。`
      : `您说：“${nest(question)}”，我答：“${nest(answer)}”（${tokens} 个 token）`,
  en: (question, answer, tokens) =>
    tokens === 0
      ? `You asked “${question}”, and I had no time to answer.`
      : `You asked “${question}”; I answered “${answer}” (${tokens} ${tokens === 1 ? 'token' : 'tokens'})`,
};

function readTurns(messages: readonly ChatMessage[]): Turn[] {
  const turns: { question: string; answer: string }[] = [];
  for (const { role, text } of messages) {
    const turn = turns.at(-1);
    if (role === 'user') turns.push({ question: text, answer: '' });
    else if (role === 'assistant' && turn) turn.answer += text;
  }
  // The last question is the one that asks for the summary.
  return turns.slice(0, -1);
}

/** Quotation marks inside others are single in Chinese. */
function nest(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}

/** A line without marks that would be read as Markdown. */
function plain(text: string): string {
  return shorten(text.replace(/[*_`#>|~[\]]/g, ''), SHOWN);
}

function* ofText(text: string, language: Language): Generator<string> {
  const sentences =
    text
      .match(/[^.!?。\uff01\uff1f\n]+[.!?。\uff01\uff1f]*/g)
      ?.map((sentence) => sentence.trim())
      .filter(Boolean) ?? [];
  yield language === 'zh'
    ? `这段文字共 ${sentences.length} 句。我是模拟器，不会提炼，只能挑出首、中、尾几句：\n\n`
    : `The text has ${sentences.length} sentences. I am an emulator and cannot condense, but I can pick a few from its beginning, middle and end:\n\n`;
  const step = Math.max(1, (sentences.length - 1) / (SENTENCES - 1));
  for (let place = 0; place < Math.min(SENTENCES, sentences.length); place += 1) {
    yield `- ${sentences[Math.round(place * step)] ?? ''}\n`;
  }
}
