import type { Usage } from '@ling-stream/core';
import type { TurnEnd } from './startTurn.ts';

/** What an endpoint has done since it was created. */
export interface Counters {
  /** Turns that are being answered now. */
  readonly active: number;
  readonly started: number;
  readonly done: number;
  readonly stopped: number;
  /** Turns that failed, and requests that were refused, by code. */
  readonly errors: Readonly<Record<string, number>>;
  /** Tokens as the model counted them. */
  readonly tokens: { readonly input: number; readonly output: number };
}

/** Counts turns. */
export interface TurnCounter {
  started(): void;
  ended(end: TurnEnd): void;
  refused(code: string): void;
  read(): Counters;
}

export function createCounters(): TurnCounter {
  const count = { started: 0, ended: 0, done: 0, stopped: 0 };
  const errors = new Map<string, number>();
  const tokens = { input: 0, output: 0 };

  const refused = (code: string): void => void errors.set(code, (errors.get(code) ?? 0) + 1);

  function addTokens({ promptTokens, completionTokens }: Usage): void {
    tokens.input += promptTokens;
    tokens.output += completionTokens;
  }

  return {
    started: () => void (count.started += 1),
    ended({ outcome, result, problem }) {
      count.ended += 1;
      if (outcome !== 'error') count[outcome] += 1;
      if (problem !== undefined) refused(problem.code);
      if (result.usage !== undefined) addTokens(result.usage);
    },
    refused,
    read() {
      const { started, ended, done, stopped } = count;
      return {
        active: started - ended,
        started,
        done,
        stopped,
        errors: Object.fromEntries(errors),
        tokens: { ...tokens },
      };
    },
  };
}
