/** Resolves when the browser says that it has a network; at once where nobody can tell. */
export function waitForOnline(signal: AbortSignal): Promise<void> {
  const { navigator, addEventListener, removeEventListener } = globalThis;
  if (navigator?.onLine !== false || typeof addEventListener !== 'function') return Promise.resolve();
  return new Promise((resolve) => {
    const settle = (): void => {
      removeEventListener('online', settle);
      signal.removeEventListener('abort', settle);
      resolve();
    };
    addEventListener('online', settle);
    signal.addEventListener('abort', settle);
  });
}
