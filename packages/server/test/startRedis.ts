import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { ensureRedis } from '../../tooling/ensureRedis.ts';

export interface StartedRedis {
  readonly port: number;
  readonly url: string;
  /** Ends it, as a machine that loses its power does. */
  kill(): Promise<void>;
  /** Starts it again, with nothing in it. */
  restart(): Promise<void>;
}

/** Starts a real Redis on a free port of this machine, which keeps nothing on disk. */
export async function startRedis(): Promise<StartedRedis> {
  const program = ensureRedis();
  const port = await freePort();
  let server = await start(program, port);
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
    async restart() {
      server = await start(program, port);
    },
  };
}

async function start(program: string, port: number): Promise<ChildProcess> {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(program, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of server.stdout) if (String(chunk).includes('Ready to accept connections')) break;
  server.stdout.resume();
  return server;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}
