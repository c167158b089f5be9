import { StreamingText } from '@ling-stream/streaming-text';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { useTyping } from './useTyping.ts';

interface Args {
  readonly text: string;
  readonly charactersPerSecond: number;
  readonly format: 'markdown' | 'plain';
}

const TOUR = `# 春天 spring

Text with **strong**, *emphasis*, \`code\` and a [link](https://example.com).

1. First
2. Second, with a nested list
   - deeper

| Model | Tokens |
|---|---:|
| Ling | 312 |

\`\`\`ts
const spring = '春';
\`\`\`

> 一年之计在于春。`;

const meta = {
  title: 'StreamingText',
  args: { text: TOUR, charactersPerSecond: 400, format: 'markdown' },
  argTypes: {
    charactersPerSecond: { control: { type: 'range', min: 5, max: 2_000, step: 5 } },
    format: { control: 'inline-radio', options: ['markdown', 'plain'] },
  },
  render: function Growing({ text, charactersPerSecond, format }: Args) {
    const { shown, isDone } = useTyping(text, charactersPerSecond);
    return (
      <main style={{ padding: 24, maxInlineSize: '44rem' }}>
        <StreamingText text={shown} streaming={!isDone} caret format={format} />
      </main>
    );
  },
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<typeof meta>;

export const MarkdownAtTheSpeedYouChoose: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: '春天 spring' })).toBeVisible();
    await waitFor(() => expect(canvas.getByText('一年之计在于春。')).toBeVisible(), { timeout: 5_000 });
    await expect(canvas.getByRole('cell', { name: '312' })).toBeVisible();
  },
};

export const PlainText: Story = {
  args: { format: 'plain', text: 'Nothing is read as **Markdown** here. 一字一字地出现。' },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText(/as \*\*Markdown\*\* here. 一字一字地出现。/, {}, { timeout: 5_000 }),
    ).toBeVisible();
  },
};
