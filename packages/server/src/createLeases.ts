/** Says again and again that this process still writes its runs. */
export interface Leases {
  add(runId: string): void;
  delete(runId: string): void;
  close(): void;
}

/** How often a lease is renewed while it lasts. */
const RENEWALS = 3;

/** @param renew - Called for each run before its lease ends. */
export function createLeases(leaseMs: number, renew: (runId: string) => void): Leases {
  const runs = new Set<string>();
  let timer: ReturnType<typeof setInterval> | undefined;

  function close(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    add(runId) {
      runs.add(runId);
      timer ??= setInterval(() => runs.forEach(renew), leaseMs / RENEWALS);
    },
    delete(runId) {
      runs.delete(runId);
      if (runs.size === 0) close();
    },
    close,
  };
}
