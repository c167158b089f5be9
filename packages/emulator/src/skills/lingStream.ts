import type { Language, Question, Skill, Source } from './skill.ts';
import { PASSAGES, type Passage } from './words/passages.ts';

const NAMES =
  /ling[\s-]?stream|useLing\w*|\bChatWindow\b|\bStreamingText\b|lingChat|createChatHandler|streamChat|this (?:library|project|package|component)|(?:这个|本)(?:库|项目|组件)/i;
/** What only a reader of this project asks, whether it is named or not. */
const MEANT =
  /\b(?:work|use|run)\w*\b.*\b(?:vue|svelte|angular)\b|支持\s*(?:vue|svelte|angular)|\b(?:stop|abort|cancel)\b.*\b(?:stream|answer|reply|generat\w+)\b|(?:停止|中止|取消).*(?:流|回答|生成)|\bapi[ -]?keys?\b|密钥|\blicen[cs]e\b|许可证|开源协议|\b(?:is|are) (?:it|this|that) free\b|\bdo(?:es)? (?:it|this) cost\b|(?:要钱|收费|免费)(?:吗|么)/i;
const DOCS = 'https://github.com/ling-stream/ling-stream/blob/main';
const MOST = 2;

/** Answers questions about ling-stream from a small text of its own, and says where it stands. */
export const lingStream: Skill = {
  name: 'ling-stream',
  answer(question) {
    if (!NAMES.test(question.text) && !MEANT.test(question.text)) return undefined;
    const found = findPassages(question);
    return {
      text: cite(found, question.language),
      sources: found.map((passage) => sourceOf(passage, question.language)),
      reasoning: REASONING[question.language],
    };
  },
};

const REASONING: Readonly<Record<Language, string>> = {
  zh: '这是关于 ling-stream 的问题。先在自带的文档里找最相关的段落，照它回答，并注明出处。',
  en: 'This is about ling-stream. I shall look for the passages that fit in the documentation I carry, answer from them, and say where they stand.',
};

const SOURCES: Readonly<Record<Language, string>> = { zh: '出处', en: 'Sources' };

/** The passages that name most of what the question names; the introduction when none does. */
function findPassages({ text }: Question): readonly Passage[] {
  const scored = PASSAGES.map((passage, index) => {
    const score = passage.about.reduce((sum, word) => sum + countMatches(text, word), 0);
    // "What is the licence?" is not about the introduction.
    return { passage, score: index === 0 ? score / 4 : score };
  });
  const found = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  if (found.length === 0) return PASSAGES.slice(0, 1);
  return found.slice(0, MOST).map(({ passage }) => passage);
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(new RegExp(pattern, `${pattern.flags}g`))?.length ?? 0;
}

function* cite(passages: readonly Passage[], language: Language): Generator<string> {
  for (const [index, passage] of passages.entries()) {
    const { url } = sourceOf(passage, language);
    yield `${passage[language]} [[${index + 1}]](${url})\n\n`;
    if (passage.example !== undefined) yield `${passage.example}\n\n`;
  }
  yield `**${SOURCES[language]}**\n\n`;
  for (const [index, passage] of passages.entries()) {
    const { url, title } = sourceOf(passage, language);
    yield `${index + 1}. [${title}](${url})\n`;
  }
}

function sourceOf({ file, title }: Passage, language: Language): Source {
  return { url: `${DOCS}/${file}`, title: title[language] };
}
