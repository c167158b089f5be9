import type { Answer } from '../skills/skill.ts';
import { tokenise } from '../text/tokenise.ts';
import type { ChatRequest } from './chatRequest.ts';
import { cutAtStop } from './cutAtStop.ts';
import type { ChoiceDelta, Delta, FinishReason } from './delta.ts';

/** What one choice is made of. */
export interface ChoicePlan {
  readonly choice: number;
  readonly answer: Answer;
  readonly chat: ChatRequest;
  /** Whether the model shows its reasoning first. */
  readonly thinks: boolean;
  /** Names the n-th tool call of the choice. */
  createCallId(index: number): string;
}

/** Generates one choice token by token: role, reasoning, text, tool calls, and how it ended. */
export function* generateChoice(plan: ChoicePlan): Generator<ChoiceDelta> {
  const { answer, chat, choice } = plan;
  const ended = (reason: FinishReason): ChoiceDelta => ({
    choice,
    delta: { kind: 'finish', reason, sources: answer.sources ?? [] },
    tokens: 0,
  });
  yield { choice, delta: { kind: 'role' }, tokens: 0 };
  let left = chat.maxTokens;
  for (const delta of speak(plan)) {
    const tokens = delta.kind === 'tool' && delta.name !== undefined ? 0 : 1;
    if (left < tokens) return yield ended('length');
    left -= tokens;
    yield { choice, delta, tokens };
  }
  yield ended(answer.toolCalls?.length ? 'tool_calls' : 'stop');
}

function* speak({ answer, chat, thinks, createCallId }: ChoicePlan): Generator<Delta> {
  if (thinks && answer.reasoning) {
    for (const text of tokenise(answer.reasoning)) yield { kind: 'reasoning', text };
  }
  for (const text of cutAtStop(tokensOf(answer.text), chat.stop)) yield { kind: 'content', text };
  for (const [index, call] of (answer.toolCalls ?? []).entries()) {
    yield { kind: 'tool', index, id: createCallId(index), name: call.name, text: '' };
    for (const text of tokenise(call.arguments)) yield { kind: 'tool', index, text };
  }
}

function* tokensOf(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield* tokenise(piece);
}
