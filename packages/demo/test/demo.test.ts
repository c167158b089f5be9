import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createEmulator } from '@ling-stream/emulator/node';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tutorialClient } from '../../server/test/tutorialClient.ts';
import { CHROMIUM_ARGS, findChromium } from '../../tooling/chromium.ts';
import { type Demo, startDemo } from './startDemo.ts';

const running: { end(): unknown }[] = [];
let browser: Browser;

beforeAll(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath !== undefined && { executablePath }) });
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const thing of running.splice(0).reverse()) await thing.end();
});

describe('the demo', () => {
  it('streams an answer into the page, asks no other host, and says that the model is emulated', async () => {
    const { url } = await start();
    const { page, foreign, errors } = await open(url);

    await ask(page, 'count to 40');
    await page.getByText(/1, 2, 3/).waitFor();
    const early = await page.getByRole('article').last().innerText();
    await page.getByText(/39, 40/).waitFor();

    expect(early).not.toContain('40');
    expect(await page.locator('[data-part=header]').innerText()).toContain('emulated model');
    expect(await page.getByText(/s to first token/).isVisible()).toBe(true);
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });

  it('stops the model when Stop is pressed, and keeps what had come, marked stopped', async () => {
    const { url, printed } = await start();
    const { page } = await open(url);

    await ask(page, 'count to 2000');
    await page.getByText(/1, 2, 3, 4, 5/).waitFor();
    await page.getByRole('button', { name: 'Stop answering' }).click();

    const [, tokens] = await printed(/emulator: client left after (\d+) tokens/);
    expect(Number(tokens)).toBeLessThan(1_000);
    expect(await page.getByRole('note').innerText()).toContain('Stopped.');
    expect(await page.getByText(/1, 2, 3, 4, 5/).isVisible()).toBe(true);
  });

  it('tells of a server that died in mid-answer below what had come, and Retry asks it again', async () => {
    const first = await start();
    const { port } = new URL(first.url);
    const { page } = await open(first.url);

    await ask(page, 'count to 2000');
    await page.getByText(/1, 2, 3, 4, 5/).waitFor();
    await first.end('SIGKILL');
    await page.getByRole('alert').waitFor();

    expect(await page.getByRole('alert').innerText()).toContain('The connection was lost.');
    expect(await page.getByText(/1, 2, 3, 4, 5/).isVisible()).toBe(true);
    await start({ PORT: port });
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByRole('button', { name: 'Stop answering' }).waitFor();
    await page.getByText(/1, 2, 3, 4, 5/).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('answers the client of the tutorial', async () => {
    const { url } = await start();

    const shown = await tutorialClient(`${url}chat`, [{ role: 'user', content: 'count to 5' }]);

    expect(shown).toMatch(/1, 2, 3, 4, 5/);
    expect(shown).not.toContain('no end mark');
  });

  it('takes the next port when one is taken, and says so', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    running.push({ end: () => other.close() });
    const { port } = other.address() as AddressInfo;

    const { url, output } = await start({ PORT: String(port) });

    expect(Number(new URL(url).port)).toBeGreaterThan(port);
    expect(output()).toContain(`Port ${port} is taken`);
  });

  it('asks the model that the environment names, with its key, and shows its name', async () => {
    const emulator = createEmulator({ apiKey: 'a-key', models: ['Some-Model'], tokensPerSecond: Infinity });
    const { url: model } = await emulator.listen();
    running.push({ end: () => emulator.close() });
    const { url, output } = await start({
      ANT_LING_API_KEY: 'a-key',
      LING_BASE_URL: `${model}/v1`,
      LING_MODEL: 'Some-Model',
    });
    const { page } = await open(url);

    await ask(page, 'count to 5');
    await page.getByText(/1, 2, 3, 4, 5/).waitFor();

    expect(await page.locator('[data-part=header]').innerText()).toMatch(/Some-Model$/);
    expect(emulator.requests()[0]).toMatchObject({ model: 'Some-Model', outcome: 'finished' });
    expect(output()).not.toContain('a-key');
  });

  it('ends by Ctrl-C with all it has started', async () => {
    const demo = await startDemo(freePorts());
    const [, model = ''] = /Emulated model: (\S+)/.exec(demo.output()) ?? [];

    const code = await demo.end('SIGINT');

    expect(code).toBe(0);
    await expect(fetch(demo.url)).rejects.toThrow('fetch failed');
    await expect(fetch(`${model}/models`)).rejects.toThrow('fetch failed');
  });
});

/** Ports well away from each other, so that the demos of two tests do not meet. */
let nextPort = 20_000 + Math.floor(Math.random() * 20_000);
function freePorts(): { readonly PORT: string; readonly EMULATOR_PORT: string } {
  nextPort += 100;
  return { PORT: String(nextPort), EMULATOR_PORT: String(nextPort + 50) };
}

async function start(env: Readonly<Record<string, string>> = {}): Promise<Demo> {
  const demo = await startDemo({ ...freePorts(), ...env });
  running.push({ end: () => demo.end('SIGTERM') });
  return demo;
}

async function open(url: string) {
  const page = await browser.newPage({ locale: 'en-US' });
  running.push({ end: () => page.close() });
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
  await page.goto(url);
  return { page, foreign, errors };
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox').fill(question);
  await page.keyboard.press('Enter');
}
