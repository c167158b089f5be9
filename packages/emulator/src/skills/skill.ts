import type { ChatRequest } from '../wire/chatRequest.ts';
import type { Random } from '../timing/createRandom.ts';

/** The two languages the emulator speaks. */
export type Language = 'en' | 'zh';

/** What a skill is asked. */
export interface Question {
  /** The last thing the user said. */
  readonly text: string;
  readonly language: Language;
  readonly chat: ChatRequest;
  /** Repeatable for the same seed and question. */
  readonly random: Random;
  /** Counts the answers wanted of this question from 0: the choices of one request, and with `vary` its repetitions. */
  readonly turn: number;
}

/** What the model will say. */
export interface Answer {
  /** Text in pieces, made as they are needed; a piece never ends inside a character. */
  readonly text: Iterable<string>;
  /** Says how the answer was found; models that think say it before the answer. */
  readonly reasoning?: string;
  /** Calls to tools the client offered. */
  readonly toolCalls?: readonly ToolRequest[];
  /** Pages the answer rests on. */
  readonly sources?: readonly Source[];
}

export interface ToolRequest {
  readonly name: string;
  readonly arguments: string;
}

export interface Source {
  readonly url: string;
  readonly title: string;
}

/** One thing the emulated model knows. */
export interface Skill {
  readonly name: string;
  /** Answers, or `undefined` when the question is not for this skill. */
  answer(question: Question): Answer | undefined;
}
