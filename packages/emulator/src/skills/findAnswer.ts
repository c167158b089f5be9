import type { EmulatorOptions } from '../options.ts';
import { languageOf } from '../text/languageOf.ts';
import { createRandom } from '../timing/createRandom.ts';
import type { ChatRequest } from '../wire/chatRequest.ts';
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
  if (!cut) return answerQuestion(chat, turn, options);
  return goOn(answerQuestion({ ...chat, messages: cut.asked }, turn, options), cut.said);
}

function answerQuestion(chat: ChatRequest, turn: number, options: EmulatorOptions & { seed: number }): Answer {
  const text = lastQuestion(chat.messages);
  const random = createRandom('answer', chat.seed ?? options.seed, text);
  const question: Question = { text, language: languageOf(text), chat, random, turn };
  const given = typeof options.answer === 'function' ? options.answer(question) : options.answer;
  if (typeof given === 'string') return { text: [given] };
  if (given !== undefined) return given;
  for (const skill of [...(options.skills ?? []), ...SKILLS]) {
    const answer = skill.answer(question);
    if (answer !== undefined) return answer;
  }
  return admit(question);
}
