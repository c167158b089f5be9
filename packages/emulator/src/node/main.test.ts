import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FAULTS } from '../faults/faults.ts';
import { main, type Started } from './main.ts';

const open: Started[] = [];

afterEach(async () => {
  for (const { close } of open.splice(0)) await close?.();
});

describe('main', () => {
  it('starts a server and prints where it is', async () => {
    const { exitCode, url } = await run('--port', '0', '--tps', 'Infinity');

    expect(exitCode).toBe(0);
    expect((await fetch(`${url}/models`)).status).toBe(200);
  });

  it('prints a line when a request starts and one when it ends', async () => {
    const { url, printed } = await run('--port', '0', '--tps', 'Infinity');

    await (await ask(url)).text();

    expect(printed().split('\n').slice(1, -1)).toEqual([
      '→ Ling-1T "count to 3"',
      expect.stringMatching(/^← Ling-1T "count to 3": finished, 6 tokens, 200, \d+ ms$/),
    ]);
  });

  it('prints nothing about requests when it is to be quiet', async () => {
    const { url, printed } = await run('--port', '0', '--quiet', '--fault', 'overloaded');

    expect((await ask(url)).status).toBe(503);
    expect(printed().trim().split('\n')).toHaveLength(1);
  });

  it('takes options from the command line', async () => {
    const { url } = await run('--port', '0', '--model', 'a', '--model', 'b', '--api-key', 'k', '--quiet');

    const models = await (await fetch(`${url}/models`, { headers: { authorization: 'Bearer k' } })).json();
    expect(models).toMatchObject({ data: [{ id: 'a' }, { id: 'b' }] });
    expect((await ask(url)).status).toBe(401);
  });

  it('records an endpoint to a file and answers from it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ling-'));
    const file = join(folder, 'r.jsonl');
    const model = await run('--port', '0', '--tps', 'Infinity', '--quiet');
    const recorder = await run('--port', '0', '--record', file, '--upstream', model.url);
    const said = await (await ask(recorder.url)).text();
    await recorder.close?.();

    const replay = await run('--port', '0', '--replay', file, '--speed', 'Infinity', '--quiet');

    expect(await (await ask(replay.url)).text()).toBe(said);
    expect(await readFile(file, 'utf8')).toContain('count to 3');
    await rm(folder, { recursive: true });
  });

  it('prints its version', async () => {
    expect((await run('--version')).printed()).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });

  it.each([
    [[], 1],
    [['--vary'], 2],
  ])('given %j, has so many poems for one question asked twice: %i', async (flags, poems) => {
    const { url } = await run('--port', '0', '--tps', 'Infinity', '--quiet', ...flags);
    const said = [
      await (await ask(url, 'A poem', '/../chat')).text(),
      await (await ask(url, 'A poem', '/../chat')).text(),
    ];

    expect(new Set(said).size).toBe(poems);
  });

  it('prints help, and a line for every fault', async () => {
    expect((await run('--help')).printed()).toContain('Usage: ling-emulator');
    expect((await run('--list-faults')).printed().match(/^ {2}\S/gm)).toHaveLength(FAULTS.length);
  });

  it.each([
    [['--port', 'eighty'], '--port is "eighty"'],
    [['--port', '99999'], '--port is "99999"; it must be a whole number from 0 to 65535'],
    [['--port', '-1'], '--port'],
    [['--tps', '0'], '`tokensPerSecond` is 0'],
    [['--colour'], "Unknown option '--colour'"],
    [['--fault', 'x'], 'There is no fault "x"'],
    [['--record', 'f'], '--record and --upstream go together'],
    [['--replay', '/nowhere/r.jsonl'], 'no such file'],
  ])('says what is wrong with %j', async (args, message) => {
    const { exitCode, warned } = await run(...args);

    expect(exitCode).toBe(1);
    expect(warned()).toContain(message);
  });
});

async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const warned: string[] = [];
  const started = await main(args, {
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
    env: {},
  });
  open.push(started);
  const url = /http:\/\/127\.0\.0\.1:\d+\/v1(?=[ .])/g.exec(printed.join('').replace(/^Recording \S+/, ''))?.[0] ?? '';
  return { ...started, url, printed: () => printed.join(''), warned: () => warned.join('') };
}

function ask(url: string, content = 'count to 3', path = '/chat/completions'): Promise<Response> {
  const body = JSON.stringify({ model: 'Ling-1T', stream: true, messages: [{ role: 'user', content }] });
  return fetch(url + path, { method: 'POST', body });
}
