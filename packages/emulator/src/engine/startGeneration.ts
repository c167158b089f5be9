import { findAnswer } from '../skills/findAnswer.ts';
import { createPace } from '../timing/createPace.ts';
import { createRandom } from '../timing/createRandom.ts';
import type { Timing } from '../timing/timing.ts';
import type { ChatRequest } from '../wire/chatRequest.ts';
import { generateChoice } from '../wire/generateChoice.ts';
import type { Generation } from '../wire/generation.ts';
import { interleave } from '../wire/interleave.ts';
import { lastQuestion } from '../wire/lastQuestion.ts';
import { isReasoningModel } from '../wire/models.ts';
import { startUsage } from '../wire/usage.ts';
import { createId } from './createId.ts';
import type { RouteContext } from './route.ts';

/** Finds the answer to a chat and prepares to write it token by token. */
export function startGeneration(chat: ChatRequest, context: RouteContext, timing: Timing): Generation {
  const { options, number } = context;
  const { seed, clock } = options;
  const thinks = chat.thinking ?? isReasoningModel(chat.model);
  const first = options.vary ? context.countAsked(lastQuestion(chat.messages)) : 0;
  const choices = Array.from({ length: chat.n }, (_, choice) =>
    generateChoice({
      choice,
      answer: findAnswer(chat, first + choice, options),
      chat,
      thinks,
      createCallId: (index) => createId('call_', seed, number, choice, index),
    }),
  );
  return {
    chat,
    id: createId('chatcmpl-', seed, number),
    created: Math.floor(clock.now() / 1000),
    deltas: interleave(choices),
    pace: createPace(timing, createRandom('pace', seed, number)),
    usage: startUsage(chat.messages),
  };
}
