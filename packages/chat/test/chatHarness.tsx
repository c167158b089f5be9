import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { type ScriptedTransport, scriptedTransport } from '../../react/test/scriptedTransport.ts';
import { textOf } from '../src/message.ts';
import { useLingChat, type UseLingChatResult } from '../src/useLingChat.ts';
import type { UseLingChatOptions } from '../src/useLingChatOptions.ts';

export const DONE = 'data: [DONE]\n\n';

/** A rendered hook, as the tests use it. */
export interface ChatHook {
  readonly result: { readonly current: UseLingChatResult };
}

/** A conversation under test, and the endpoint that the test plays. */
export interface ChatHarness {
  readonly hook: ChatHook;
  readonly endpoint: ScriptedTransport;
  readonly client: QueryClient;
  readonly wrapper: (props: { readonly children: ReactNode }) => ReactElement;
  readonly rerender: (options?: Partial<UseLingChatOptions>) => void;
}

export function setUpChat(options: Partial<UseLingChatOptions> = {}): ChatHarness {
  const client = new QueryClient();
  const endpoint = scriptedTransport();
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactElement => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const initialProps: Partial<UseLingChatOptions> = { transport: endpoint.transport, ...options };
  const hook = renderHook(
    (props: Partial<UseLingChatOptions>) => ({
      ...useLingChat({ endpoint: '/chat', id: 'one', buffer: 'immediate', retry: false, ...options, ...props }),
    }),
    { wrapper, initialProps },
  );
  return { hook, endpoint, client, wrapper, rerender: (props) => hook.rerender(props ?? initialProps) };
}

/** Asks, and lets the request reach the endpoint. */
export async function ask(hook: ChatHook, text: string): Promise<void> {
  act(() => void hook.result.current.send(text));
  await act(settle);
}

/** Answers whole and well. */
export async function answer(endpoint: ScriptedTransport, text: string): Promise<void> {
  await act(() => endpoint.sendRaw(`data: ${JSON.stringify({ content: text })}\n\n${DONE}`));
}

/** The path that is shown, a line a message. */
export function rows(hook: ChatHook): string[] {
  return hook.result.current.messages.map((message) => `${message.role} ${message.status} ${textOf(message)}`);
}

export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
