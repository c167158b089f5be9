// Makes the pictures of README from the running demo: `pnpm pictures`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../tooling/chromium.ts';

interface Picture {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
  readonly locale: string;
  readonly questions: readonly string[];
}

const FOLDER = fileURLToPath(new URL('../../../.github/pictures', import.meta.url));
const PICTURES: readonly Picture[] = [
  {
    name: 'window-light',
    size: { width: 980, height: 720 },
    colorScheme: 'light',
    locale: 'en-US',
    questions: ['What is 12 * 12?', 'Write FizzBuzz in TypeScript'],
  },
  {
    name: 'window-dark-zh',
    size: { width: 980, height: 720 },
    colorScheme: 'dark',
    locale: 'zh-CN',
    questions: ['请写一首关于春天的诗', '12 * 12 等于多少？'],
  },
];

const demo = spawn(
  process.execPath,
  ['--conditions=@ling-stream/source', fileURLToPath(new URL('start.ts', import.meta.url))],
  {
    env: { ...process.env, PORT: '3900', EMULATOR_PORT: '8900' },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const url = await readAddress();
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath !== undefined && { executablePath }) });
for (const picture of PICTURES) await take(picture);
await browser.close();
demo.kill('SIGTERM');
await once(demo, 'exit');

async function readAddress(): Promise<string> {
  for await (const line of createInterface({ input: demo.stdout })) {
    const [, address] = /^ling-stream demo: (\S+)$/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The demo did not start.');
}

async function take({ name, size, colorScheme, locale, questions }: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2, colorScheme, locale });
  await page.goto(url);
  for (const question of questions) await ask(page, question);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.close();
  console.log(`.github/pictures/${name}.png`);
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox').fill(question);
  await page.keyboard.press('Enter');
  await page.locator('[data-part=root][data-state=done]').waitFor({ timeout: 120_000 });
}
