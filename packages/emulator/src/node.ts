export { createEmulator, type Emulator, type Listening } from './node/createEmulator.ts';
export { createRecorder, type Recorder, type RecorderOptions } from './node/createRecorder.ts';
export type { EmulatorOptions } from './options.ts';
export type { RequestRecord } from './engine/requestRecord.ts';
