export { createEmulator, type Emulator, type Listening } from './node/createEmulator.ts';
export type { EmulatorOptions } from './options.ts';
export type { RequestRecord } from './engine/requestRecord.ts';
