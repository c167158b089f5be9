/** Resolves when the browser says that it has a network, or when the signal fires; at once where nobody can tell. */
export async function waitForOnline(signal: AbortSignal): Promise<void> {
  if (globalThis.navigator?.onLine !== false) return;
  await new Promise((resolve) => {
    globalThis.addEventListener('online', resolve, { once: true, signal });
    signal.addEventListener('abort', resolve);
  });
}
