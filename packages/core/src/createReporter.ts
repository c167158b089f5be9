import { LingError } from './LingError.ts';

/**
 * Calls the app's listeners so that what they throw harms no stream: it is reported as uncaught, once.
 *
 * @returns A caller; it answers with a promise only where the listener did, and that promise never rejects.
 */
export function createReporter(): (call: () => unknown) => Promise<unknown> | undefined {
  let isReported = false;

  function report(cause: unknown): void {
    if (isReported) return;
    isReported = true;
    const error = new LingError('callback', 'A listener of a stream threw; see `cause`.', { cause });
    if (typeof reportError === 'function') reportError(error);
    else
      queueMicrotask(() => {
        throw error;
      });
  }

  return (call) => {
    try {
      const pending = call();
      return pending === undefined ? undefined : Promise.resolve(pending).catch(report);
    } catch (cause) {
      report(cause);
      return undefined;
    }
  };
}
