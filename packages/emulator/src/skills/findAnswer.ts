import type { EmulatorOptions } from '../options.ts';
import { createRandom } from '../timing/createRandom.ts';
import type { ChatRequest } from '../wire/chatRequest.ts';
import { lastQuestion } from '../wire/lastQuestion.ts';
import { languageOf } from '../text/languageOf.ts';
import { admit } from './admit.ts';
import { SKILLS } from './skills.ts';
import type { Answer, Question } from './skill.ts';

/**
 * Finds the answer of one choice: the app's own, else that of the first skill that has one, else an
 * honest sentence.
 */
export function findAnswer(chat: ChatRequest, choice: number, options: EmulatorOptions & { seed: number }): Answer {
  const text = lastQuestion(chat.messages);
  const random = createRandom('answer', chat.seed ?? options.seed, text, choice);
  const question: Question = { text, language: languageOf(text), chat, random };
  const given = typeof options.answer === 'function' ? options.answer(question) : options.answer;
  if (typeof given === 'string') return { text: [given] };
  if (given !== undefined) return given;
  for (const skill of [...(options.skills ?? []), ...SKILLS]) {
    const answer = skill.answer(question);
    if (answer !== undefined) return answer;
  }
  return admit(question);
}
