import { cleanup, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { Profiler, StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type ScriptedChat, scriptedChat } from '../test/scriptedChat.ts';
import { ChatWindow } from './ChatWindow.tsx';
import './styles.css';
import type { ChatWindowProps } from './windowProps.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('ChatWindow', () => {
  it('sends with Enter, empties the box and shows the answer as it grows', async () => {
    const { chat, input } = show();

    await userEvent.type(input, 'Hello{Enter}');
    await chat.say('Hi **there**');

    await waitFor(() => expect(screen.getByText('there').tagName).toBe('STRONG'));
    expect(input.value).toBe('');
    expect(chat.asked[0]?.messages).toEqual([{ role: 'user', content: 'Hello' }]);
  });

  it('breaks the line with Shift+Enter', async () => {
    const { chat, input } = show();

    await userEvent.type(input, 'One{Shift>}{Enter}{/Shift}two');

    expect(input.value).toBe('One\ntwo');
    expect(chat.asked).toEqual([]);
  });

  it.each([
    ['in Chromium, where it comes inside the composition', { isComposing: true, keyCode: 229 }],
    ['in Safari, where it comes after the composition', { isComposing: false, keyCode: 229 }],
  ])('does not send with the Enter that ends a composition %s', async (_, key) => {
    const { chat, input } = show();

    await userEvent.type(input, '你好');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...key }));

    expect(input.value).toBe('你好');
    expect(chat.asked).toEqual([]);
  });

  it('keeps the draft when Enter is pressed while an answer comes', async () => {
    const { chat, input } = show();
    await ask(chat, input, 'Hello', 'Hi');

    await userEvent.type(input, 'and then?{Enter}');

    expect(input.value).toBe('and then?');
    expect(chat.asked).toHaveLength(1);
  });

  it('stops with its one button, sends nothing by that click, and puts the focus back', async () => {
    const { chat, input } = show();
    await ask(chat, input, 'Hello', 'Half of it');
    const button = screen.getByRole('button', { name: 'Stop answering' });
    passTime();

    await userEvent.click(button);

    await waitFor(() => expect(screen.getByRole('note').textContent).toContain('Stopped.'));
    expect(screen.getByRole('button', { name: 'Send' })).toBe(button);
    expect(screen.getByText('Half of it')).toBeTruthy();
    expect(chat.isAborted()).toBe(true);
    expect(chat.asked).toHaveLength(1);
    expect(document.activeElement).toBe(input);
  });

  it('does not take the second click of a double click on Send for Stop', async () => {
    const { chat, input } = show();

    await userEvent.type(input, 'Hello');
    await userEvent.dblClick(screen.getByRole('button', { name: 'Send' }));
    await chat.say('Hi');

    await screen.findByText('Hi');
    expect(chat.isAborted()).toBe(false);
    expect(chat.asked).toHaveLength(1);
  });

  it('stops with Escape', async () => {
    const { chat, input } = show();
    await ask(chat, input, 'Hello', 'Half');

    await userEvent.keyboard('{Escape}');

    await waitFor(() => expect(chat.isAborted()).toBe(true));
  });

  it('tells of a failure below what had come, and Retry asks once more', async () => {
    const { chat, input } = show();
    await ask(chat, input, 'Hello', 'Half of it');

    await chat.fail();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The connection was lost.');
    expect(screen.getByText('Half of it').compareDocumentPosition(alert)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);

    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await chat.say('All of it');

    await screen.findByText('All of it');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText('Half of it')).toBeNull();
  });

  it('speaks Chinese when asked to', async () => {
    const { chat, input } = show({ lang: 'zh-CN' });

    await ask(chat, input, '你好', '你好！');

    expect(screen.getByRole('heading', { name: '助手说' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '停止回答' })).toBeTruthy();
    expect(input.getAttribute('aria-describedby')).toBeTruthy();
  });

  it('asks a suggestion when it is pressed', async () => {
    const { chat } = show({ suggestions: [{ label: 'A poem', prompt: 'Write a poem' }] });

    await userEvent.click(screen.getByRole('button', { name: 'A poem' }));
    await chat.say('Roses');

    expect(chat.asked[0]?.messages[0]?.content).toBe('Write a poem');
    await screen.findByText('Roses');
  });

  it('gives the section its own props and none of the options of the conversation', () => {
    const { container } = show({ className: 'mine', 'aria-describedby': 'x', retry: 3, thinkTags: true, resume: true });

    const names = container.querySelector('section')?.getAttributeNames();
    expect(names?.toSorted()).toEqual(
      ['aria-describedby', 'aria-label', 'class', 'data-part', 'data-state', 'data-theme', 'lang'].toSorted(),
    );
  });

  it('has no accessibility fault, empty, streaming and failed', async () => {
    const { chat, input, container } = show({ suggestions: ['One', 'Two'] });

    expect(await faults(container)).toEqual([]);
    await ask(chat, input, 'Hello', 'Some `code` and\n\n```ts\nconst a = 1;\n```');
    expect(await faults(container)).toEqual([]);
    await chat.fail();
    await screen.findByRole('alert');
    expect(await faults(container)).toEqual([]);
  });

  it('renders one message for one flush, whatever the history', async () => {
    let commits = 0;
    const chat = scriptedChat();
    const history = Array.from({ length: 200 }, (_, index) => ({
      id: `h${index}`,
      parentId: null,
      role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
      parts: [{ type: 'text' as const, text: `message ${index}`, state: 'done' as const }],
      status: index % 2 === 0 ? ('sent' as const) : ('done' as const),
      createdAt: 0,
    }));
    const view = render(
      <Profiler id="window" onRender={() => (commits += 1)}>
        <ChatWindow endpoint="/chat" fetch={chat.fetch} initialMessages={history} buffer="immediate" />
      </Profiler>,
    );
    await ask(chat, screen.getByRole<HTMLTextAreaElement>('textbox'), 'Hello', 'a');
    const rows = [...view.container.querySelectorAll('article')];
    const changed = new Set<Element>();
    const watch = new MutationObserver((records) => {
      for (const { target } of records) {
        const row = target instanceof Element ? target.closest('article') : target.parentElement?.closest('article');
        if (row) changed.add(row);
      }
    });
    watch.observe(view.container, { subtree: true, childList: true, characterData: true, attributes: true });

    const before = commits;
    await chat.say('b');
    await screen.findByText('ab');
    watch.disconnect();

    expect([...changed]).toEqual([rows.at(-1)]);
    expect(commits - before).toBeLessThanOrEqual(2);
  });
});

function show(props: Partial<ChatWindowProps> = {}) {
  const chat = scriptedChat();
  const all = { endpoint: '/chat', fetch: chat.fetch, buffer: 'immediate', retry: false, ...props } as ChatWindowProps;
  const { container } = render(
    <StrictMode>
      <div style={{ blockSize: 400 }}>
        <ChatWindow {...all} />
      </div>
    </StrictMode>,
  );
  return { chat, container, input: screen.getByRole<HTMLTextAreaElement>('textbox') };
}

async function ask(chat: ScriptedChat, input: HTMLTextAreaElement, question: string, answer: string): Promise<void> {
  await userEvent.type(input, `${question}{Enter}`);
  await chat.say(answer);
  await waitFor(() => expect(input.form?.parentElement?.parentElement?.dataset['state']).toBe('streaming'));
}

/** Stop is not taken for the second click of a double click once some time has passed. */
function passTime(): void {
  const before = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => before() + 1_000);
}

async function faults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
