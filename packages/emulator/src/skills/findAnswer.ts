import type { EmulatorOptions } from '../options.ts';
import { mendTypos } from '../text/mendTypos.ts';
import { languageOf } from '../text/languageOf.ts';
import { createRandom } from '../timing/createRandom.ts';
import type { ChatMessage, ChatRequest } from '../wire/chatRequest.ts';
import { lastQuestion } from '../wire/lastQuestion.ts';
import { admit } from './admit.ts';
import { findCutAnswer, goOn } from './goOn.ts';
import type { Answer, Question } from './skill.ts';
import { SKILLS } from './skills.ts';

/**
 * Finds an answer: the app's own, else that of the first skill that has one, else an
 * honest sentence. An answer that was cut is gone on with.
 */
export function findAnswer(chat: ChatRequest, turn: number, options: EmulatorOptions & { seed: number }): Answer {
  const cut = findCutAnswer(chat.messages);
  if (!cut) {
    const { messages, more } = findRepeated(chat);
    return answerQuestion({ ...chat, messages }, turn + more, options);
  }
  return goOn(answerQuestion({ ...chat, messages: cut.asked }, turn, options), cut.said);
}

function answerQuestion(chat: ChatRequest, turn: number, options: EmulatorOptions & { seed: number }): Answer {
  const text = lastQuestion(chat.messages);
  const random = createRandom('answer', chat.seed ?? options.seed, text);
  const question: Question = { text, language: languageOf(text), chat, random, turn };
  const given = typeof options.answer === 'function' ? options.answer(question) : options.answer;
  if (typeof given === 'string') return { text: [given] };
  if (given !== undefined) return given;
  return askSkills(question, options) ?? askSkills({ ...question, text: mendTypos(text) }, options) ?? admit(question);
}

function askSkills(question: Question, { skills = [] }: EmulatorOptions): Answer | undefined {
  for (const skill of [...skills, ...SKILLS]) {
    const answer = skill.answer(question);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

const ANOTHER =
  /^\W*(?:another(?: one)?|one more|again)(?:,? please)?\W*$|^(?:请)?(?:再来|换|再写|再讲)一?[个首篇][^\p{L}]*$/iu;

/** "Another one" asks the question before it for its next answer. */
function findRepeated({ messages }: ChatRequest): { readonly messages: readonly ChatMessage[]; readonly more: number } {
  const asks = ({ role, text }: ChatMessage) => role === 'user' && ANOTHER.test(text.trim());
  const last = messages.findLastIndex(({ role }) => role === 'user');
  const origin = messages.findLastIndex((message) => message.role === 'user' && !asks(message));
  if (origin < 0 || origin === last) return { messages, more: 0 };
  return { messages: messages.slice(0, origin + 1), more: messages.slice(origin).filter(asks).length };
}
