import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const SOURCE = '@ling-stream/source';

export default defineConfig({
  plugins: [react()],
  resolve: {
    // An alias would let React 19 in through the testing library's peers; this does not.
    dedupe: ['react', 'react-dom', '@testing-library/react', '@tanstack/react-query'],
    conditions: [SOURCE, ...defaultClientConditions],
  },
  ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions] } },
  test: {
    name: 'react-18',
    dir: new URL('..', import.meta.url).pathname,
    environment: 'jsdom',
    include: ['{react,chat,streaming-text,chat-window}/{src,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/*.browser.test.*', '**/*.server.test.*'],
  },
});
