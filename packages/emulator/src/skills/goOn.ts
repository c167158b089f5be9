import type { ChatMessage } from '../wire/chatRequest.ts';
import type { Answer } from './skill.ts';

const ASKS =
  /^\W*(?:please )?(?:continue|go on|carry on|keep going)\W*$|^(?:请)?(?:继续|接着)(?:写|说|讲)?[^\p{L}]*$/iu;

/** An answer that was cut and is to be gone on with. */
export interface CutAnswer {
  /** The messages up to the question it answers. */
  readonly asked: readonly ChatMessage[];
  /** What was said of it so far. */
  readonly said: string;
}

/** Finds the answer to go on with: after "continue", or when the last message is an unfinished answer. */
export function findCutAnswer(messages: readonly ChatMessage[]): CutAnswer | undefined {
  const isPrefill = messages.at(-1)?.role === 'assistant';
  const isAsked = messages.at(-1)?.role === 'user' && ASKS.test(messages.at(-1)?.text.trim() ?? '');
  if (!isPrefill && !isAsked) return undefined;
  const origin = messages.findLastIndex(({ role, text }) => role === 'user' && !ASKS.test(text.trim()));
  if (origin < 0) return undefined;
  const said = messages
    .slice(origin)
    .filter(({ role }) => role === 'assistant')
    .map(({ text }) => text)
    .join('');
  return { asked: messages.slice(0, origin + 1), said };
}

/** The rest of an answer; the whole of it when what was said is not its beginning. */
export function goOn(answer: Answer, said: string): Answer {
  return { ...answer, text: skip(answer.text, said) };
}

function* skip(pieces: Iterable<string>, said: string): Generator<string> {
  let read = '';
  let matched = false;
  for (const piece of pieces) {
    if (matched) {
      yield piece;
      continue;
    }
    read += piece;
    if (read.length < said.length) continue;
    matched = true;
    yield read.startsWith(said) ? read.slice(said.length) : read;
  }
  if (!matched && !said.startsWith(read)) yield read;
}
