import { Chat, ChatWindow } from '@ling-stream/chat-window';
import { createEmulatorFetch } from '@ling-stream/emulator';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Frame } from './Frame.tsx';
import type { WindowArgs } from './WindowArgs.ts';

const meta = {
  title: 'ChatWindow',
  component: ChatWindow,
  args: { endpoint: '/chat', fetch: createEmulatorFetch({ tokensPerSecond: 200, ttftMs: 50 }) },
  decorators: [
    (Story) => (
      <Frame>
        <Story />
      </Frame>
    ),
  ],
} satisfies Meta<WindowArgs>;

export default meta;
type Story = StoryObj<WindowArgs>;

export const ItAnswersFromAnEmulatedModel: Story = {
  args: {
    header: <Chat.Header title="Assistant" badge="emulated model" />,
    suggestions: ['请写一首关于春天的诗', 'Show me a Markdown tour', 'Count to one hundred', 'help'],
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), 'count to 12{Enter}');

    await waitFor(() => expect(canvas.getByText(/11, 12/)).toBeVisible(), { timeout: 5_000 });
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Send' })).toBeVisible());
    await expect(canvas.getByRole('textbox')).toHaveValue('');
  },
};

export const ItStopsWhenToldTo: Story = {
  args: { fetch: createEmulatorFetch({ tokensPerSecond: 60, ttftMs: 0 }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), 'count to 1000{Enter}');
    await canvas.findByText(/10, 11, 12/, {}, { timeout: 5_000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Stop answering' }));

    await expect(await canvas.findByRole('note')).toHaveTextContent('Stopped.');
    await expect(canvas.getByText(/10, 11, 12/)).toBeVisible();
    await expect(canvas.getByRole('textbox')).toHaveFocus();
  },
};

export const ItSpeaksChinese: Story = {
  args: { lang: 'zh-CN', header: <Chat.Header title="百灵助手" badge="模拟模型" /> },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: '发消息' }), '请写一首关于春天的诗{Enter}');

    await expect(await canvas.findByRole('heading', { name: '助手说' })).toBeInTheDocument();
    await waitFor(() => expect(canvas.getByRole('button', { name: '发送' })).toBeVisible(), { timeout: 5_000 });
  },
};

export const ItIsDarkInALightPage: Story = {
  args: {
    theme: 'dark',
    initialMessages: [
      message('1', 'user', 'How do I read a stream without losing characters?'),
      message(
        '2',
        'assistant',
        'Decode with one `TextDecoder` and pass **`{ stream: true }`**:\n\n```ts\nfeed(decoder.decode(value, { stream: true }));\n```\n\n| Part | Without it |\n|---|---|\n| `stream: true` | a broken character at a chunk border |\n| a final flush | the last character is missing |',
      ),
    ],
  },
};

function message(id: string, role: 'user' | 'assistant', text: string) {
  const status = role === 'user' ? ('sent' as const) : ('done' as const);
  return {
    id,
    parentId: null,
    role,
    status,
    createdAt: 0,
    parts: [{ type: 'text' as const, text, state: 'done' as const }],
  };
}
