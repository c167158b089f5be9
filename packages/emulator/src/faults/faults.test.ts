import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentOf, play } from '../../test/play.ts';
import { createEmulatorFetch } from '../createEmulatorFetch.ts';
import { FAULTS } from './faults.ts';

const tests = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
  .join('\n');

const readme = readFileSync(`${import.meta.dirname}/../../README.md`, 'utf8');

describe('FAULTS', () => {
  it('are some forty, each with a name of its own', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
  });

  it.each(FAULTS)(
    '$name: is described in one sentence and in the README, and has a test',
    ({ name, summary, value }) => {
      expect(name).toMatch(/^[a-z][a-z\d-]+$/);
      expect(summary).toMatch(/^[A-Z].*[.!]$/);
      expect(/\bN\b/.test(summary)).toBe(value !== undefined);
      expect(readme).toContain(`\`${value === undefined ? name : `${name}@N`}\``);
      expect(tests).toMatch(new RegExp(`${name}(?:@\\d+)?['\`:]`));
    },
  );

  it('are chosen by header, by model name or by option, in this order', async () => {
    const options = { fault: 'status@501' };

    expect(await play('status@503', { body: { model: 'fault:status@502' }, options })).toMatchObject({ status: 503 });
    expect(await play(undefined, { body: { model: 'fault:status@502' }, options })).toMatchObject({ status: 502 });
    expect(await play(undefined, { options })).toMatchObject({ status: 501 });
  });

  it('are picked by a function that sees the request', async () => {
    const asked: unknown[] = [];
    const fault = (request: unknown) => {
      asked.push(request);
      return 'cut@0';
    };

    expect((await play(undefined, { options: { fault } })).text).toBe('');
    expect(asked).toEqual([{ number: 1, path: '/v1/chat/completions', model: 'Ling-1T', question: 'count to 30' }]);
  });

  it('come as often as asked for, then let one request through', async () => {
    const fetch = createEmulatorFetch({ fault: 'overloaded*2', tokensPerSecond: Infinity });
    const ask = async () => (await fetch('/v1/models')).status;

    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([503, 503, 200, 503]);
  });

  it('are explained when misspelt', async () => {
    const seen = await play('rest@120');

    expect(seen.status).toBe(400);
    expect(seen.text).toContain('There is no fault \\"rest@120\\"');
    expect(seen.text).toContain('reset');
    expect(() => createEmulatorFetch({ fault: 'rest' })).toThrow('There is no fault "rest"');
  });

  it.each([
    ['refused@3', 'takes no value'],
    ['status@99', 'from 200 to 599'],
    ['status@600', 'from 200 to 599'],
    ['lumps@0', '1 or more'],
    ['reset@x', 'N must be a whole number'],
    ['RESET@1.5', 'N must be a whole number'],
    ['overloaded*x', 'N must be a whole number'],
  ])('refuse %j', async (fault, message) => {
    expect((await play(fault)).text).toContain(message);
  });

  it('are named in letters of any size', async () => {
    expect(await play('STATUS@502')).toMatchObject({ status: 502 });
  });

  it.each(FAULTS.filter(({ streamOnly }) => streamOnly))(
    '$name: is refused for a reply that is no stream',
    async ({ name }) => {
      const { status, text } = await play(name, { body: { stream: false } });

      expect(status).toBe(400);
      expect(text).toContain('only for streams');
    },
  );

  it('of streams leave other addresses and other errors alone when they are an option', async () => {
    const fetch = createEmulatorFetch({ fault: 'cut-before-done', tokensPerSecond: Infinity });
    const bad = await fetch('/v1/chat/completions', { method: 'POST', body: '{}' });

    expect((await fetch('/v1/models')).status).toBe(200);
    expect(await bad.text()).toContain('`model` must be');
    expect(fetch.requests()).toMatchObject([{ fault: undefined }, { fault: undefined }]);
  });

  it('break the tutorial’s dialect as well', async () => {
    const { text } = await play('cut-between-events@3', { path: '/chat' });

    expect(contentOf(text)).toBe('1, 2');
    expect(text).not.toContain('[DONE]');
  });

  it('generate nothing past their place', async () => {
    const fetch = createEmulatorFetch({ tokensPerSecond: Infinity });
    const body = '{"messages":[{"role":"user","content":"count to 9"}]}';
    const first = 'data: {"content":"1"}\n\n';
    const headers = { 'x-ling-fault': `cut@${first.length}` };

    expect(await (await fetch('/chat', { method: 'POST', body, headers })).text()).toBe(first);
    expect(fetch.requests()).toMatchObject([{ tokens: 1 }]);
  });

  it('are told in the log', async () => {
    const fetch = createEmulatorFetch({ tokensPerSecond: Infinity });
    await (await fetch('/v1/models', { headers: { 'x-ling-fault': 'cut@5' } })).text();

    expect(fetch.requests()).toMatchObject([{ fault: 'cut@5', outcome: 'fault', bytes: 5 }]);
  });
});
