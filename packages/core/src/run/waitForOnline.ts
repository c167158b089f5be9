/** Resolves when the browser says that it has a network, and at once where nobody can tell; never after `signal`. */
export async function waitForOnline(signal: AbortSignal): Promise<void> {
  if (globalThis.navigator?.onLine !== false) return;
  await new Promise((resolve) => globalThis.addEventListener('online', resolve, { once: true, signal }));
}
