import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defaultClientConditions } from 'vite';

const root = fileURLToPath(new URL('../page', import.meta.url));
const outDir = fileURLToPath(new URL('../dist', import.meta.url));

/** Builds the page from the packages' sources, and returns the folder it is in. */
export async function buildPage(): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [react()],
    resolve: { conditions: ['@ling-stream/source', ...defaultClientConditions] },
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  });
  return outDir;
}
