import { ChatWindow } from '@ling-stream/chat-window';
import { createEmulatorFetch } from '@ling-stream/emulator';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Frame } from './Frame.tsx';
import type { WindowArgs } from './WindowArgs.ts';

const meta = {
  title: 'Failures',
  component: ChatWindow,
  args: { endpoint: '/chat', retry: false },
  decorators: [
    (Story) => (
      <Frame height={520}>
        <Story />
      </Frame>
    ),
  ],
} satisfies Meta<WindowArgs>;

export default meta;
type Story = StoryObj<WindowArgs>;

/** What arrived stays, and the failure is told below it. */
export const TheConnectionBreaksHalfway: Story = {
  args: { fetch: breaksAtFirst('reset@900') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), 'count to 60{Enter}');

    await expect(await canvas.findByRole('alert', {}, { timeout: 5_000 })).toHaveTextContent(
      'The connection was lost.',
    );
    await expect(canvas.getByText(/1, 2, 3/)).toBeVisible();
  },
};

/** Retry asks once more; the partial answer stays as an alternative of the whole one. */
export const RetryAsksOnceMore: Story = {
  args: { fetch: breaksAtFirst('reset@900') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), 'count to 60{Enter}');
    await userEvent.click(await canvas.findByRole('button', { name: 'Retry' }, { timeout: 5_000 }));

    await waitFor(() => expect(canvas.getByText(/59, 60/)).toBeVisible(), { timeout: 5_000 });
    await expect(canvas.queryByRole('alert')).toBeNull();
    await expect(canvas.getByRole('textbox')).toHaveFocus();
  },
};

/** An answer that ends without saying so is never shown as a finished one. */
export const TheAnswerIsCutOff: Story = {
  args: { fetch: breaksAtFirst('cut@900') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), 'count to 60{Enter}');

    await expect(await canvas.findByRole('alert', {}, { timeout: 5_000 })).toHaveTextContent('The answer was cut off.');
    await expect(canvas.getByText(/1, 2, 3/)).toBeVisible();
  },
};

/** Nothing came at all: the question stays, to be asked again. */
export const TheServerIsBusy: Story = {
  args: { fetch: breaksAtFirst('rate-limit') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), 'hello{Enter}');

    await expect(await canvas.findByRole('alert')).toHaveTextContent('Too many questions right now.');
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

/** An emulated model whose first answer fails in a way that has a name. */
function breaksAtFirst(fault: string) {
  return createEmulatorFetch({
    tokensPerSecond: Infinity,
    fault: ({ number }) => (number === 1 ? fault : undefined),
  });
}
