import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The demo in a process of its own, as a user starts it. */
export interface Demo {
  readonly url: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Resolves with the first match once it has been printed. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ends it by a signal and resolves with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** Starts the demo and waits until it says that it is ready. */
export async function startDemo(env: Readonly<Record<string, string>>): Promise<Demo> {
  // Whoever runs the tests may have a key of their own; it is not for them.
  const { ANT_LING_API_KEY: _, LING_BASE_URL: __, LING_MODEL: ___, ...inherited } = process.env;
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(
    process.execPath,
    ['--conditions=@ling-stream/source', 'src/start.ts'],
    { cwd: packageFolder, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const exited = once(child, 'exit');
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const look of waiting) look();
    });
  }

  function printed(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(output);
        if (match === null) return;
        waiting.delete(look);
        resolve(match);
      };
      waiting.add(look);
      look();
      child.once('exit', () => reject(new Error(`The demo ended without printing ${String(pattern)}:\n${output}`)));
    });
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  }

  const [, url = ''] = await printed(/^ling-stream demo: (\S+)$/m);
  return { url, output: () => output, printed, end };
}
