import { createEmulator, type Emulator, type EmulatorOptions } from '@ling-stream/emulator/node';

/** A model for an endpoint to ask. */
export interface StartedModel {
  readonly emulator: Emulator;
  readonly options: { readonly baseURL: string; readonly apiKey: string };
  /** Resolves with the first request that is as wanted. */
  until(isWanted: (outcome: string) => boolean): Promise<{ readonly outcome: string; readonly tokens: number }>;
}

/** Starts an emulated model that is fast unless told otherwise. */
export async function startModel(options: EmulatorOptions = {}): Promise<StartedModel> {
  const emulator = createEmulator({ tokensPerSecond: Infinity, ttftMs: 0, ...options });
  const { url } = await emulator.listen();
  return {
    emulator,
    options: { baseURL: `${url}/v1`, apiKey: 'test' },
    until: (isWanted) =>
      new Promise((resolve) => {
        emulator.onRequest((record) => {
          if (isWanted(record.outcome)) resolve(record);
        });
      }),
  };
}
