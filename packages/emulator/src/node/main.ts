import { parseArgs } from 'node:util';
import type { EmulatorOptions } from '../options.ts';
import { createEmulator } from './createEmulator.ts';
import { formatRecord } from './formatRecord.ts';

const HELP = `ling-emulator: an OpenAI-compatible server with an emulated Ling model. No key, no network.

Usage: ling-emulator [options]

  --port <n>      Port to listen on (default 8080, 0 for any free one)
  --host <name>   Address to listen on (default 127.0.0.1)
  --seed <n>      The same seed gives the same answers and pauses (default 1)
  --ttft <ms>     Time to the first token (default 400)
  --tps <n>       Tokens per second, or Infinity (default 45)
  --jitter <n>    How much pauses vary, from 0 to 1 (default 0.4)
  --fault <name>  Play a fault on every request, for example reset@120
  --api-key <key> Accept this key only
  --quiet         Print no line per request
  --help          Print this
`;

/**
 * Runs the command until it is stopped.
 *
 * @param args - The words after the command's name.
 * @returns The exit code when it could not start, or 0.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    const emulator = createEmulator(toOptions(values));
    const { url } = await emulator.listen(toNumber('port', values.port ?? '8080'), values.host);
    process.stdout.write(`Ling emulator: ${url}/v1 (any key). Stop with Ctrl+C.\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`ling-emulator: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  seed: { type: 'string' },
  ttft: { type: 'string' },
  tps: { type: 'string' },
  jitter: { type: 'string' },
  fault: { type: 'string' },
  'api-key': { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Flags = { readonly [Name in keyof typeof FLAGS]?: string | boolean | undefined };

function toOptions(flags: Flags): EmulatorOptions {
  const numbers = [
    ['seed', flags.seed],
    ['ttftMs', flags.ttft],
    ['tokensPerSecond', flags.tps],
    ['jitter', flags.jitter],
  ] as const;
  return {
    ...Object.fromEntries(
      numbers.flatMap(([name, value]) => (typeof value === 'string' ? [[name, toNumber(name, value)]] : [])),
    ),
    ...(typeof flags.fault === 'string' ? { fault: flags.fault } : {}),
    ...(typeof flags['api-key'] === 'string' ? { apiKey: flags['api-key'] } : {}),
    ...(flags.quiet ? {} : { onLog: (record) => void process.stdout.write(formatRecord(record)) }),
  };
}

function toNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new TypeError(`--${name} is "${text}"; it must be a number.`);
  return value;
}
