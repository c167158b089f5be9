import { readFile } from 'node:fs/promises';
import { listFaults } from '../faults/listFaults.ts';
import { objectOf, parseJson, stringOf } from '../wire/json.ts';
import { createEmulator } from './createEmulator.ts';
import { createRecorder } from './createRecorder.ts';
import { HELP, readFlags, type Command } from './flags.ts';
import { formatRecord } from './formatRecord.ts';

/** Where the command runs. */
export interface Host {
  /** Prints to the standard output. */
  print(text: string): void;
  /** Prints to the standard error. */
  warn(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A command that started. */
export interface Started {
  readonly exitCode: number;
  /** Stops what listens; absent when nothing does. */
  readonly close?: () => Promise<void>;
}

/**
 * Runs the command.
 *
 * @param args - The words after the command's name.
 * @returns When it listens, or has said all it has to say.
 */
export async function main(args: readonly string[], host: Host): Promise<Started> {
  try {
    const command = readFlags(args);
    if (command.help) return say(host, HELP);
    if (command.version) return say(host, `${await readVersion()}\n`);
    if (command.listFaults) return say(host, formatFaults());
    return command.record === undefined ? await emulate(command, host) : await record(command, host);
  } catch (error) {
    host.warn(`ling-emulator: ${error instanceof Error ? error.message : String(error)}\n`);
    return { exitCode: 1 };
  }
}

async function emulate({ options, replay, quiet, port, host: address }: Command, host: Host): Promise<Started> {
  const emulator = createEmulator({
    ...options,
    ...(replay === undefined ? {} : { replay: await readFile(replay, 'utf8') }),
    ...(quiet ? {} : { onLog: (entry) => host.print(formatRecord(entry)) }),
  });
  const { url } = await emulator.listen(port, address);
  host.print(`Ling emulator: ${url}/v1 (${options.apiKey === undefined ? 'any key' : 'one key'}). Ctrl+C stops it.\n`);
  return { exitCode: 0, close: emulator.close };
}

async function record(
  { record: file = '', upstream = '', port, host: address }: Command,
  host: Host,
): Promise<Started> {
  const apiKey = host.env['ANT_LING_API_KEY'];
  const recorder = createRecorder({ upstream, file, ...(apiKey === undefined ? {} : { apiKey }) });
  const { url } = await recorder.listen(port, address);
  host.print(`Recording ${upstream} to ${file}: ask ${url}/v1. Ctrl+C stops it.\n`);
  return { exitCode: 0, close: recorder.close };
}

/** The file is at the same place beside the sources and beside what is built of them. */
async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return stringOf(objectOf(parseJson(text))['version']);
}

function say(host: Host, text: string): Started {
  host.print(text);
  return { exitCode: 0 };
}

function formatFaults(): string {
  const lines = listFaults().map(({ name, summary, value }) => {
    const call = value === undefined ? name : `${name}@${value}`;
    return `  ${call.padEnd(28)}${summary}\n`;
  });
  return `Faults (N is the number after @):\n\n${lines.join('')}`;
}
