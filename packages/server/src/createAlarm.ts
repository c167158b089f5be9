/** Wakes one who waits; a ring before the wait is not lost. */
export interface Alarm {
  ring(): void;
  /** Resolves at the next ring, after `limitMs`, or with the signal. */
  wait(limitMs: number, signal: AbortSignal): Promise<void>;
}

export function createAlarm(): Alarm {
  let hasRung = false;
  let wake = (): void => {};

  return {
    ring() {
      hasRung = true;
      wake();
    },
    wait: (limitMs, signal) =>
      new Promise((resolve) => {
        const settle = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', settle);
          hasRung = false;
          wake = () => {};
          resolve();
        };
        const timer = setTimeout(settle, limitMs);
        signal.addEventListener('abort', settle);
        wake = settle;
        if (hasRung || signal.aborted) settle();
      }),
  };
}
