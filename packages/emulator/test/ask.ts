import { createRandom } from '../src/timing/createRandom.ts';
import { decodeChatRequest } from '../src/wire/decodeChatRequest.ts';
import { languageOf } from '../src/text/languageOf.ts';
import { lastQuestion } from '../src/wire/lastQuestion.ts';
import type { Answer, Question } from '../src/skills/skill.ts';

/** A question to a skill: what the user says, after whatever was said before, user first. */
export function question(said: string | readonly string[], body: object = {}): Question {
  const all = typeof said === 'string' ? [said] : said;
  const messages = all.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content }));
  const decoded = decodeChatRequest(JSON.stringify({ model: 'Ling-1T', messages, ...body }));
  if ('problem' in decoded) throw new Error(decoded.problem.message);
  const text = lastQuestion(decoded.request.messages);
  return { text, language: languageOf(text), chat: decoded.request, random: createRandom(1, text), turn: 0 };
}

/** The whole text of an answer; `undefined` when there is none. */
export function textOf(answer: Answer | undefined): string | undefined {
  return answer && [...answer.text].join('');
}
