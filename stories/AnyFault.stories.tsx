import { ChatWindow } from '@ling-stream/chat-window';
import { createEmulatorFetch, listFaults } from '@ling-stream/emulator';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo } from 'react';
import { expect } from 'storybook/test';
import { Frame } from './Frame.tsx';

interface Args {
  /** What breaks; every answer breaks in this way. */
  readonly fault: string;
  readonly tokensPerSecond: number;
}

const meta = {
  title: 'Failures/Any fault you choose',
  args: { fault: 'reset@900', tokensPerSecond: 60 },
  argTypes: {
    fault: { control: 'select', options: ['reset@900', ...listFaults().map(({ name }) => name)] },
    tokensPerSecond: { control: { type: 'range', min: 1, max: 500 } },
  },
  render: function AnyFault({ fault, tokensPerSecond }: Args) {
    const fetch = useMemo(() => createEmulatorFetch({ fault, tokensPerSecond }), [fault, tokensPerSecond]);
    return (
      <Frame>
        <ChatWindow key={fault} endpoint="/chat" fetch={fetch} suggestions={['Count to one hundred']} />
      </Frame>
    );
  },
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<typeof meta>;

export const PickItInTheControls: Story = {
  args: { tokensPerSecond: 500 },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Count to one hundred' }));

    await expect(await canvas.findByRole('alert', {}, { timeout: 5_000 })).toHaveTextContent(
      'The connection was lost.',
    );
  },
};
