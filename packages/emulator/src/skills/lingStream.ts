import type { Language, Question, Skill, Source } from './skill.ts';
import { PASSAGES, type Passage } from './words/passages.ts';

const NAMES =
  /ling[\s-]?stream|useLing\w*|\bChatWindow\b|\bStreamingText\b|lingChat|createChatHandler|streamChat|this (?:library|project|package|component)|(?:这个|本)(?:库|项目|组件)/i;
const DOCS = 'https://github.com/ling-stream/ling-stream/blob/main';
const MOST = 2;

/** Answers questions about ling-stream from a small text of its own, and says where it stands. */
export const lingStream: Skill = {
  name: 'ling-stream',
  answer(question) {
    if (!NAMES.test(question.text)) return undefined;
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
  const scored = PASSAGES.map((passage) => ({
    passage,
    score: passage.about.filter((word) => word.test(text)).length,
  }));
  const found = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  if (found.length === 0) return PASSAGES.slice(0, 1);
  return found.slice(0, MOST).map(({ passage }) => passage);
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
