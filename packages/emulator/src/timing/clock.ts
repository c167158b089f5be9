/** Where the emulator reads the time and waits. Inject one to run a test without waiting. */
export interface EmulatorClock {
  /** Milliseconds since 1 January 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds, or at once when `signal` aborts; never rejects. */
  delay(ms: number, signal: AbortSignal): Promise<void>;
}
