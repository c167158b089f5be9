import { createEmulatorFetch } from '@ling-stream/emulator';
import { useLingStream } from '@ling-stream/react';
import { StreamingText } from '@ling-stream/streaming-text';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';

const fetch = createEmulatorFetch({ tokensPerSecond: 80, ttftMs: 100 });

/** A custom interface: this is all of it. */
function Poet() {
  const { status, text, isActive, start, abort } = useLingStream({ endpoint: '/chat', fetch });
  return (
    <main style={{ padding: 24, fontFamily: 'system-ui' }}>
      <button type="button" onClick={() => (isActive ? abort() : void start('请写一首关于春天的诗'))}>
        {isActive ? 'Enough' : 'Write a poem'}
      </button>
      <StreamingText aria-label="Poem" role="group" text={text} streaming={isActive} />
      <small>{status}</small>
    </main>
  );
}

const meta = { title: 'Build your own', component: Poet } satisfies Meta<typeof Poet>;
export default meta;
type Story = StoryObj<typeof meta>;

export const APoemAtThePressOfAButton: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Write a poem' }));

    await expect(await canvas.findByText('done', {}, { timeout: 10_000 })).toBeVisible();
    await expect(canvas.getByLabelText('Poem')).toHaveTextContent(/春/);
  },
};
