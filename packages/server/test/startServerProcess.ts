import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  readonly url: string;
  kill(): Promise<void>;
}

/** Starts an endpoint in a process of its own. */
export async function startServerProcess(redisPort: number, modelUrl: string): Promise<ServerProcess> {
  const program = fileURLToPath(new URL('serverProcess.ts', import.meta.url));
  const flags = ['--conditions', '@ling-stream/source', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, program, String(redisPort)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LING_BASE_URL: modelUrl, ANT_LING_API_KEY: 'test' },
  });
  const [port] = await once(child.stdout, 'data');
  return {
    url: `http://127.0.0.1:${String(port).trim()}/chat`,
    async kill() {
      if (child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
