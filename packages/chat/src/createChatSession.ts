import {
  createStreamStore,
  type StreamEvent,
  type StreamRequest,
  type StreamResult,
  type StreamStoreOptions,
  streamChat,
} from '@ling-stream/core';
import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { chatOptions, type ChatOptionsInput } from './chatOptions.ts';
import type { ChatState } from './chatState.ts';
import { type Conversation, EMPTY_CONVERSATION, linear, pathOf, withMessages } from './conversation.ts';
import { createChatView } from './createChatView.ts';
import { createId } from './createId.ts';
import { lingKeys } from './lingKeys.ts';
import type { LingMessage, SendInput, TurnResult } from './message.ts';
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

/** One conversation: a readable store, and the actions on it. */
export interface ChatSession<Meta = unknown> {
  getSnapshot(): ChatState<Meta>;
  subscribe(listener: () => void): () => void;
  /** A message on the path that is shown. The same object while it does not change. */
  getMessage(id: string): LingMessage<Meta> | undefined;
  /** Tells that the page has shown the last picture. */
  acknowledge(): void;
  send(input: SendInput<Meta>, ports: TurnPorts<Meta>): Promise<TurnResult<Meta>>;
  retry(ports: TurnPorts<Meta>): Promise<TurnResult<Meta>>;
  stop(): void;
  setMessages(messages: readonly LingMessage<Meta>[]): void;
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
  const listeners = new Set<() => void>();
  let unwatch: (() => void) | null = null;
  let turn: Turn<Meta> | null = null;

  function readCommitted(): Conversation<Meta> {
    return client.getQueryData<Conversation<Meta>>(queryKey) ?? EMPTY_CONVERSATION;
  }

  function getSnapshot(): ChatState<Meta> {
    const isLoadingHistory = client.getQueryState(queryKey)?.status !== 'success' && options.load !== undefined;
    return view.read({ committed: readCommitted(), stream: store.getSnapshot(), turn, isLoadingHistory });
  }

  function getMessage(id: string): LingMessage<Meta> | undefined {
    getSnapshot();
    return view.find(id);
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

  function commit(messages: readonly LingMessage<Meta>[], headId: string): void {
    client.setQueryData(queryKey, withMessages(readCommitted(), messages, headId));
  }

  function begin(question: LingMessage<Meta>, ports: TurnPorts<Meta>): Promise<TurnResult<Meta>> {
    // A history that is still on its way would replace what the user has just said.
    void client.cancelQueries({ queryKey });
    const answer = newMessage<Meta>('assistant', question.id, 'pending');
    const started: Turn<Meta> = { question, answer };
    turn = started;
    commit([question, answer], answer.id);
    const path = pathOf(readCommitted()).slice(0, -1);
    const ended = store.connect(streamChat(ports.toRequest(path)), (event) => {
      if (event.type === 'open' && turn === started) accept();
      ports.onEvent(event);
    });
    const accept = (): void => {
      turn = { ...started, question: { ...question, status: 'sent' } };
      tell();
    };
    tell();
    return follow(started, ended, ports);
  }

  /** The turn as a mutation: seen by `useIsMutating`, `useMutationState` and the cache's own callbacks. */
  async function follow(
    started: Turn<Meta>,
    ended: Promise<StreamResult>,
    ports: TurnPorts<Meta>,
  ): Promise<TurnResult<Meta>> {
    const settled = ended.then((stream) => {
      const left = settleTurn(started, stream);
      if (turn?.answer.id === started.answer.id) turn = null;
      leave(started, left.messages, left.headId);
      return left.result;
    });
    const mutation = client.getMutationCache().build(client, {
      mutationKey: lingKeys.turn(options.id),
      mutationFn: async () => {
        const result = await settled;
        if (result.error !== undefined) throw result.error;
        return result;
      },
      meta: { chatId: options.id },
      retry: false,
      networkMode: 'always', // the stream waits for the network itself, and can be stopped while it waits
    });
    await mutation.execute(undefined).catch(() => {}); // told by the result
    const result = await settled;
    ports.onSettled(result);
    return result;
  }

  /** Commits what a turn left; its messages may be gone by now, then so is what it left. */
  function leave(started: Turn<Meta>, messages: readonly LingMessage<Meta>[], headId: string): void {
    const committed = readCommitted();
    if (!committed.messages.some((message) => message.id === started.answer.id)) return;
    const kept = committed.messages.filter((message) => message.id !== started.answer.id);
    const head = committed.headId === started.answer.id ? headId : committed.headId;
    client.setQueryData(queryKey, withMessages({ messages: kept, headId: head }, messages, head));
    tell();
  }

  async function send(input: SendInput<Meta>, ports: TurnPorts<Meta>): Promise<TurnResult<Meta>> {
    if (turn !== null) return { outcome: 'dropped' };
    return begin(newQuestion(input, readCommitted().headId), ports);
  }

  async function retry(ports: TurnPorts<Meta>): Promise<TurnResult<Meta>> {
    const path = pathOf(readCommitted());
    const question = path.findLast((message) => message.role === 'user');
    if (turn !== null || question === undefined) return { outcome: 'dropped' };
    const { error: _, ...asked } = question;
    return begin({ ...asked, status: 'sending' }, ports);
  }

  function setMessages(messages: readonly LingMessage<Meta>[]): void {
    client.setQueryData(queryKey, linear(messages));
    store.reset();
    tell();
  }

  return {
    getSnapshot,
    getMessage,
    subscribe,
    acknowledge: store.acknowledge,
    send,
    retry,
    stop: store.abort,
    setMessages,
  };
}

function newMessage<Meta>(
  role: LingMessage['role'],
  parentId: string | null,
  status: LingMessage['status'],
): LingMessage<Meta> {
  return { id: createId(), parentId, role, parts: [], status, createdAt: Date.now() };
}

function newQuestion<Meta>(input: SendInput<Meta>, parentId: string | null): LingMessage<Meta> {
  const { text = '', files = [], parts = [], meta } = typeof input === 'string' ? { text: input } : input;
  const textParts = text === '' ? [] : [{ type: 'text', text, state: 'done' } as const];
  const message = newMessage<Meta>('user', parentId, 'sending');
  return { ...message, parts: [...textParts, ...files, ...parts], ...(meta !== undefined && { meta }) };
}
