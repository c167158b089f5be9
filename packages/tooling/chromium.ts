import { existsSync } from 'node:fs';

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium to test with, or `undefined`. `CHROMIUM_PATH` wins. */
export function findChromium(): string | undefined {
  return process.env['CHROMIUM_PATH'] ?? KNOWN_PLACES.find((path) => existsSync(path));
}

/** Flags that keep a headless Chromium on this machine: without them it looks up hosts of its vendor. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
