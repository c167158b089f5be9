import {
  type StreamEvent,
  type StreamRequest,
  type StreamResult,
  streamChat,
  type StreamStore,
} from '@ling-stream/core';
import type { QueryClient } from '@tanstack/react-query';
import { type Conversation, pathOf, withMessages } from './conversation.ts';
import { lingKeys } from './lingKeys.ts';
import type { LingMessage, TurnResult } from './message.ts';
import { newAnswer } from './newMessage.ts';
import { settleTurn, type Turn } from './turn.ts';

/** How a turn reaches its endpoint; asked for when the turn starts. */
export interface TurnPorts<Meta = unknown> {
  /** The request for an answer to these messages. */
  toRequest(path: readonly LingMessage<Meta>[]): StreamRequest;
  /** Must not throw. */
  onEvent(event: StreamEvent): void;
  /** Must not throw. */
  onSettled(result: TurnResult<Meta>): void;
}

export interface TurnRunnerOptions<Meta> {
  readonly client: QueryClient;
  readonly chatId: string;
  readonly store: StreamStore;
  read(): Conversation<Meta>;
  write(conversation: Conversation<Meta>): void;
  /** Called when the current turn is another one, or its question is. */
  onChange(): void;
  /** Called once a turn has settled and its listeners know. */
  onSettled(result: TurnResult<Meta>): void;
}

export interface TurnRunner<Meta> {
  current(): Turn<Meta> | null;
  /**
   * Asks a question. A turn under way is stopped first.
   *
   * @param returnId - Where the reader goes back to when nothing comes of it; leave it out for a new question.
   */
  begin(question: LingMessage<Meta>, ports: TurnPorts<Meta>, returnId?: string): Promise<TurnResult<Meta>>;
}

/** Runs one turn after another: two writes to the conversation each, and everything between in the stream store. */
export function createTurnRunner<Meta>(options: TurnRunnerOptions<Meta>): TurnRunner<Meta> {
  const { client, store, read, write } = options;
  let turn: Turn<Meta> | null = null;

  function begin(question: LingMessage<Meta>, ports: TurnPorts<Meta>, returnId?: string): Promise<TurnResult<Meta>> {
    store.abort();
    const started = { question, answer: newAnswer<Meta>(question.id), ...(returnId !== undefined && { returnId }) };
    turn = started;
    write(withMessages(read(), [question, started.answer], started.answer.id));
    const path = pathOf(read()).slice(0, -1);
    const settled = new Promise<TurnResult<Meta>>((resolve) => {
      const settle = (stream: StreamResult): void => resolve(leave(started, stream));
      const listen = (event: StreamEvent): void => {
        if (event.type === 'open') accept(started);
        ports.onEvent(event);
        // At once and not a task later: whoever stopped it may begin the next turn in this very tick.
        if (event.type === 'end') settle(event.result);
      };
      void store.connect(streamChat(ports.toRequest(path)), listen).then(settle);
    });
    options.onChange();
    return follow(settled, ports);
  }

  function accept(started: Turn<Meta>): void {
    if (turn !== started) return;
    turn = { ...started, question: { ...started.question, status: 'sent' } };
    options.onChange();
  }

  /** Commits what a turn left, once; its messages may be gone by now, then so is what it left. */
  function leave(started: Turn<Meta>, stream: StreamResult): TurnResult<Meta> {
    const { messages, headId, result } = settleTurn(started, stream);
    const { answer } = started;
    if (turn?.answer.id === answer.id) turn = null;
    const committed = read();
    const isLeft = committed.messages.some(({ id, status }) => id === answer.id && status === 'pending');
    if (isLeft) {
      const kept = committed.messages.filter(({ id }) => id !== answer.id);
      const head = committed.headId === answer.id ? headId : committed.headId;
      write(withMessages({ messages: kept, headId: head }, messages, head));
      options.onChange();
    }
    return result;
  }

  /** The turn as a mutation: seen by `useIsMutating`, `useMutationState` and the cache's own callbacks. */
  async function follow(settled: Promise<TurnResult<Meta>>, ports: TurnPorts<Meta>): Promise<TurnResult<Meta>> {
    const mutation = client.getMutationCache().build(client, {
      mutationKey: lingKeys.turn(options.chatId),
      mutationFn: async () => {
        const result = await settled;
        if (result.error !== undefined) throw result.error;
        return result;
      },
      meta: { chatId: options.chatId },
      retry: false,
      networkMode: 'always', // the stream waits for the network itself, and can be stopped while it waits
    });
    await mutation.execute(undefined).catch(() => {}); // told by the result
    const result = await settled;
    ports.onSettled(result);
    options.onSettled(result);
    return result;
  }

  return { current: () => turn, begin };
}
