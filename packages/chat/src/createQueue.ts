import type { QueuedInput, QueueState } from './chatState.ts';
import { createId } from './createId.ts';
import type { SendInput, TurnResult } from './message.ts';

export interface Queue<Meta> {
  /** The same object until something in it changes. */
  read(): QueueState<Meta>;
  /** Puts a question at the end; resolves when its turn has settled, or with `dropped` when it was taken out. */
  add(input: SendInput<Meta>, start: () => Promise<TurnResult<Meta>>): Promise<TurnResult<Meta>>;
  remove(id: string): void;
  pause(): void;
  unpause(): void;
  /** Starts the first question, if there is one and the queue is not paused. */
  startNext(): void;
}

interface Waiting<Meta> extends QueuedInput<Meta> {
  readonly start: () => Promise<TurnResult<Meta>>;
  readonly settle: (result: TurnResult<Meta> | Promise<TurnResult<Meta>>) => void;
}

/**
 * Holds what is asked while an answer is on its way. Nothing in it is ever discarded but by `remove`.
 *
 * @param onChange - Called after each change.
 */
export function createQueue<Meta>(onChange: () => void): Queue<Meta> {
  let waiting: readonly Waiting<Meta>[] = [];
  let state: QueueState<Meta> = { items: [], isPaused: false };

  function change(next: readonly Waiting<Meta>[], isPaused: boolean): void {
    waiting = next;
    state = { items: next.map(({ id, input }) => ({ id, input })), isPaused: isPaused && next.length > 0 };
    onChange();
  }

  return {
    read: () => state,
    add: (input, start) =>
      new Promise((settle) => change([...waiting, { id: createId(), input, start, settle }], state.isPaused)),
    remove(id) {
      waiting.find((item) => item.id === id)?.settle({ outcome: 'dropped' });
      change(
        waiting.filter((item) => item.id !== id),
        state.isPaused,
      );
    },
    pause: () => change(waiting, true),
    unpause: () => change(waiting, false),
    startNext() {
      const [first, ...rest] = waiting;
      if (first === undefined || state.isPaused) return;
      change(rest, false);
      first.settle(first.start());
    },
  };
}
