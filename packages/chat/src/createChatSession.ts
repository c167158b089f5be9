import { createStreamStore, type StreamStoreOptions } from '@ling-stream/core';
import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { chatOptions, type ChatOptionsInput } from './chatOptions.ts';
import type { ChatState } from './chatState.ts';
import { type Conversation, EMPTY_CONVERSATION, linear, newestEndOf, pathOf, siblingsOf } from './conversation.ts';
import { createChatView } from './createChatView.ts';
import { createQueue, type Queue } from './createQueue.ts';
import { createTurnRunner, type TurnPorts } from './createTurnRunner.ts';
import type { LingMessage, SendInput, TurnResult } from './message.ts';
import { newQuestion } from './newMessage.ts';

/** What becomes of a question that is asked while an answer is on its way. */
export type WhenBusy = 'queue' | 'reject' | 'interrupt';

/** One conversation: a readable store, and the actions on it. */
export interface ChatSession<Meta = unknown> {
  getSnapshot(): ChatState<Meta>;
  subscribe(listener: () => void): () => void;
  /** A message on the path that is shown. The same object while it does not change. */
  getMessage(id: string): LingMessage<Meta> | undefined;
  /** Tells that the page has shown the last picture. */
  acknowledge(): void;
  send(input: SendInput<Meta>, ports: TurnPorts<Meta>, whenBusy: WhenBusy): Promise<TurnResult<Meta>>;
  retry(ports: TurnPorts<Meta>): Promise<TurnResult<Meta>>;
  regenerate(messageId: string | undefined, ports: TurnPorts<Meta>): Promise<TurnResult<Meta>>;
  edit(messageId: string, input: SendInput<Meta>, ports: TurnPorts<Meta>): Promise<TurnResult<Meta>>;
  stop(): void;
  select(messageId: string): void;
  siblings(messageId: string): readonly string[];
  setMessages(messages: readonly LingMessage<Meta>[]): void;
  removeQueued(id: string): void;
  resumeQueue(): void;
}

export interface ChatSessionOptions<Meta> extends ChatOptionsInput<Meta> {
  readonly buffer?: StreamStoreOptions['buffer'];
  readonly clock?: StreamStoreOptions['clock'];
}

/**
 * Drives one conversation. What is committed stands in the Query cache and is written twice a turn; what is being
 * written stands in a stream store, since a write to the cache per token costs more than the token.
 */
export function createChatSession<Meta>(client: QueryClient, options: ChatSessionOptions<Meta>): ChatSession<Meta> {
  const query = chatOptions(options);
  const { queryKey } = query;
  const observer = new QueryObserver<Conversation<Meta>>(client, query);
  const store = createStreamStore({ buffer: options.buffer, clock: options.clock });
  const view = createChatView<Meta>();
  const queue: Queue<Meta> = createQueue(tell);
  const listeners = new Set<() => void>();
  let unwatch: (() => void) | null = null;
  const turns = createTurnRunner<Meta>({
    client,
    chatId: options.id,
    store,
    read,
    write,
    onChange: tell,
    onSettled({ outcome }) {
      // A question that waits may depend on the answer that did not come.
      if (outcome !== 'done' && turns.current() === null) queue.pause();
      if (turns.current() === null) queue.startNext();
    },
  });

  function read(): Conversation<Meta> {
    return client.getQueryData<Conversation<Meta>>(queryKey) ?? EMPTY_CONVERSATION;
  }

  function write(conversation: Conversation<Meta>): void {
    // A history that is still on its way would replace what the user has just said.
    void client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, conversation);
  }

  function getSnapshot(): ChatState<Meta> {
    const isLoadingHistory = client.getQueryState(queryKey)?.status !== 'success' && options.load !== undefined;
    const live = { stream: store.getSnapshot(), turn: turns.current(), queue: queue.read() };
    return view.read({ committed: read(), isLoadingHistory, ...live });
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    unwatch ??= watch();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      unwatch?.();
      unwatch = null;
    };
  }

  function watch(): () => void {
    const ends = [observer.subscribe(tell), store.subscribe(tell)];
    return () => ends.forEach((end) => end());
  }

  async function send(input: SendInput<Meta>, ports: TurnPorts<Meta>, whenBusy: WhenBusy): Promise<TurnResult<Meta>> {
    const begin = (): Promise<TurnResult<Meta>> => {
      store.abort(); // first: the answer it leaves is what the next question follows
      return turns.begin(newQuestion(input, read().headId), ports);
    };
    const isBusy = turns.current() !== null;
    if (isBusy && whenBusy === 'reject') return { outcome: 'dropped' };
    if (whenBusy === 'interrupt' || (!isBusy && queue.read().items.length === 0)) return begin();
    return queue.add(input, begin);
  }

  async function retry(ports: TurnPorts<Meta>): Promise<TurnResult<Meta>> {
    const path = pathOf(read());
    const question = path.findLast((message) => message.role === 'user');
    if (turns.current() !== null || question === undefined) return { outcome: 'dropped' };
    const { error: _, ...asked } = question;
    // A partial answer comes back when nothing comes of the next one either.
    const partial = path.at(-1)?.role === 'assistant' ? path.at(-1)?.id : undefined;
    return turns.begin({ ...asked, status: 'sending' }, ports, partial);
  }

  async function regenerate(messageId: string | undefined, ports: TurnPorts<Meta>): Promise<TurnResult<Meta>> {
    const { messages, headId } = read();
    const answer =
      messageId === undefined
        ? pathOf(read()).findLast((message) => message.role === 'assistant')
        : messages.find((message) => message.id === messageId);
    const question = messages.find((message) => message.id === answer?.parentId);
    if (question === undefined) throw new Error('regenerate() needs an answer of this conversation, by its id.');
    store.abort();
    return turns.begin({ ...question, status: 'sending' }, ports, headId ?? question.id);
  }

  async function edit(id: string, input: SendInput<Meta>, ports: TurnPorts<Meta>): Promise<TurnResult<Meta>> {
    const question = read().messages.find((message) => message.id === id && message.role === 'user');
    if (question === undefined) throw new Error('edit() needs a question of this conversation, by its id.');
    store.abort();
    return turns.begin(newQuestion(input, question.parentId), ports);
  }

  function select(messageId: string): void {
    store.abort();
    write({ ...read(), headId: newestEndOf(read(), messageId) });
    tell();
  }

  function setMessages(messages: readonly LingMessage<Meta>[]): void {
    store.reset();
    write(linear(messages));
    tell();
  }

  return {
    getSnapshot,
    subscribe,
    getMessage(id) {
      getSnapshot();
      return view.find(id);
    },
    acknowledge: store.acknowledge,
    send,
    retry,
    regenerate,
    edit,
    stop: store.abort,
    select,
    siblings: (id) => siblingsOf(read(), id).map((message) => message.id),
    setMessages,
    removeQueued: queue.remove,
    resumeQueue() {
      queue.unpause();
      if (turns.current() === null) queue.startNext();
    },
  };
}
