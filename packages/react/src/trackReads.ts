/** Copies an object so that every property that is read is noted; spreading it reads them all. */
export function trackReads<T extends object>(source: T, note: (key: keyof T) => void): T {
  const tracked = {} as T; // filled below, key by key
  for (const key of Object.keys(source) as (keyof T)[]) {
    Object.defineProperty(tracked, key, {
      enumerable: true,
      get: () => {
        note(key);
        return source[key];
      },
    });
  }
  return tracked;
}
