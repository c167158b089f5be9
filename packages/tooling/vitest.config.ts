import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './chromium.ts';

const root = new URL('../..', import.meta.url).pathname;
const SOURCE = '@ling-stream/source';
// Vite's list replaces its defaults instead of adding to them.
const resolve = { conditions: [SOURCE, ...defaultClientConditions] };
const ssr = { resolve: { conditions: [SOURCE, ...defaultServerConditions] } };

/** A new object each time: two projects that share one get each other's name. */
const chromium = () => {
  const executablePath = findChromium();
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: { args: CHROMIUM_ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
    }),
    instances: [{ browser: 'chromium' as const }],
  };
};

export default defineConfig({
  root,
  test: {
    projects: [
      `${root}packages/react-18/vitest.config.ts`,
      {
        root,
        resolve,
        ssr,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/{core,markdown,server,emulator}/{src,test}/**/*.test.ts'],
        },
      },
      {
        root,
        resolve,
        ssr,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['packages/{react,chat,streaming-text,chat-window}/{src,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.*', '**/*.server.test.*'],
        },
      },
      {
        root,
        resolve,
        ssr,
        plugins: [react()],
        test: {
          name: 'server-rendering',
          environment: 'node',
          include: ['packages/{react,chat,streaming-text,chat-window}/{src,test}/**/*.server.test.{ts,tsx}'],
        },
      },
      {
        root,
        resolve,
        plugins: [react()],
        optimizeDeps: {
          include: ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime'],
        },
        test: {
          name: 'browser',
          include: ['packages/*/{src,test}/**/*.browser.test.{ts,tsx}'],
          browser: chromium(),
        },
      },
      {
        root,
        resolve,
        plugins: [storybookTest({ configDir: `${root}.storybook` })],
        test: { name: 'storybook', browser: chromium() },
      },
      {
        root,
        resolve,
        ssr,
        test: {
          name: 'end-to-end',
          environment: 'node',
          include: ['packages/demo/test/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
