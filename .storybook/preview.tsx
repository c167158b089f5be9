import type { Preview } from '@storybook/react-vite';
import '../stories/styles.ts';

export default {
  tags: ['autodocs'],
  parameters: {
    // An accessibility fault fails the test of its story.
    a11y: { test: 'error' },
    layout: 'fullscreen',
    options: { storySort: { order: ['Start here', 'ChatWindow', 'StreamingText', 'Build your own', 'Failures'] } },
  },
} satisfies Preview;
