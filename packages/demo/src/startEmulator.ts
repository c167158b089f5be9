import { createEmulator, type RequestRecord } from '@ling-stream/emulator/node';
import { listenOnFreePort } from './listenOnFreePort.ts';

export interface StartedEmulator {
  readonly baseURL: string;
  close(): Promise<void>;
}

/** Starts the emulated model, which tells in one line how each question went. */
export async function startEmulator(firstPort: number): Promise<StartedEmulator> {
  const emulator = createEmulator({ vary: true, onLog: logSettled });
  const { url } = await listenOnFreePort(
    firstPort,
    (port) => emulator.listen(port),
    (port) => console.log(`Port ${port} is taken; the emulator takes the next one.`),
  );
  console.log(`Emulated model: ${url}/v1 (no key needed; set ANT_LING_API_KEY to ask a real one)`);
  return { baseURL: `${url}/v1`, close: emulator.close };
}

function logSettled({ outcome, question, tokens, durationMs }: RequestRecord): void {
  if (outcome === 'running') return;
  console.log(`emulator: ${outcome} after ${tokens} tokens, ${Math.round(durationMs)} ms: ${question}`);
}
