import { parseArgs } from 'node:util';
import type { EmulatorOptions } from '../options.ts';

/** What the command line says. */
export interface Command {
  readonly help: boolean;
  readonly version: boolean;
  readonly listFaults: boolean;
  readonly quiet: boolean;
  readonly port: number;
  readonly host: string | undefined;
  /** A file to write a recording to, and the endpoint to record. */
  readonly record: string | undefined;
  readonly upstream: string | undefined;
  /** A file to replay. */
  readonly replay: string | undefined;
  readonly options: EmulatorOptions;
}

/** The text of `--help`. */
export const HELP = `ling-emulator: an OpenAI-compatible server with an emulated Ling model. No key, no network.

Usage: ling-emulator [options]

  --port <n>        Port to listen on (default 8080; 0 for any free one)
  --host <name>     Address to listen on (default 127.0.0.1)
  --quiet           Print no line per request
  --help            Print this
  --version         Print the version

Answers
  --seed <n>        The same seed gives the same answers and pauses (default 1)
  --vary            Answer a repeated question otherwise where there is another answer
  --ttft <ms>       Time to the first token (default 400)
  --tps <n>         Tokens per second, or Infinity (default 45)
  --jitter <n>      How much pauses vary, from 0 to 1 (default 0.4)
  --burst <n>       Tokens that come at once (default 1)
                    One request sets its own by the header X-Ling-Timing: ttft=100, tps=20,
                    jitter=0, burst=1, stallEvery=0, stall=3000
  --model <id>      A model to offer; may be given more than once
  --api-key <key>   Accept this key only (default: any, and none)
  --rpm <n>         Requests per minute before 429 (default: no limit)

Faults
  --fault <name>    Play a fault on every request, for example reset@120 or overloaded*2
  --list-faults     Print all faults

Recordings
  --record <file>   Record --upstream to a file of JSON lines instead of answering
  --upstream <url>  What to record, for example https://api.ant-ling.com/v1
                    (a client without a key uses ANT_LING_API_KEY)
  --replay <file>   Answer from a recording
  --speed <n>       How fast to replay: 1 is as recorded (default 1)
`;

const MOST_PORT = 65_535;

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  quiet: { type: 'boolean' },
  version: { type: 'boolean', short: 'v' },
  vary: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  seed: { type: 'string' },
  ttft: { type: 'string' },
  tps: { type: 'string' },
  jitter: { type: 'string' },
  burst: { type: 'string' },
  model: { type: 'string', multiple: true },
  'api-key': { type: 'string' },
  rpm: { type: 'string' },
  fault: { type: 'string' },
  'list-faults': { type: 'boolean' },
  record: { type: 'string' },
  upstream: { type: 'string' },
  replay: { type: 'string' },
  speed: { type: 'string' },
} as const;

const NUMBERS = [
  ['seed', 'seed'],
  ['ttft', 'ttftMs'],
  ['tps', 'tokensPerSecond'],
  ['jitter', 'jitter'],
  ['burst', 'burst'],
  ['rpm', 'requestsPerMinute'],
  ['speed', 'replaySpeed'],
] as const;

/** Reads the command line. @throws TypeError - when it cannot be meant. */
export function readFlags(args: readonly string[]): Command {
  const { values } = parseArgs({ args: [...args], options: FLAGS });
  const numbers = NUMBERS.flatMap(([flag, option]) => {
    const text = values[flag];
    return text === undefined ? [] : [[option, toNumber(flag, text)]];
  });
  if ((values.record === undefined) !== (values.upstream === undefined)) {
    throw new TypeError('--record and --upstream go together: a file to write, and an endpoint to record.');
  }
  return {
    help: values.help === true,
    version: values.version === true,
    listFaults: values['list-faults'] === true,
    quiet: values.quiet === true,
    port: toPort(values.port ?? '8080'),
    host: values.host,
    record: values.record,
    upstream: values.upstream,
    replay: values.replay,
    options: {
      ...(values.vary === true ? { vary: true } : {}),
      ...Object.fromEntries(numbers),
      ...(values.model ? { models: values.model } : {}),
      ...(values['api-key'] === undefined ? {} : { apiKey: values['api-key'] }),
      ...(values.fault === undefined ? {} : { fault: values.fault }),
    },
  };
}

function toPort(text: string): number {
  const port = toNumber('port', text);
  if (Number.isInteger(port) && port >= 0 && port <= MOST_PORT) return port;
  throw new TypeError(`--port is "${text}"; it must be a whole number from 0 to ${MOST_PORT}.`);
}

function toNumber(flag: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new TypeError(`--${flag} is "${text}"; it must be a number.`);
  return value;
}
