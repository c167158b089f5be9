import { useEffect, useState } from 'react';

/** Reveals a text at a number of characters a second, as a model would write it. */
export function useTyping(
  text: string,
  charactersPerSecond: number,
): { readonly shown: string; readonly isDone: boolean } {
  const [length, setLength] = useState(0);
  const isDone = length >= text.length;

  useEffect(() => {
    if (isDone) return undefined;
    const timer = setTimeout(
      () => setLength((before) => before + Math.max(1, Math.round(charactersPerSecond / 20))),
      50,
    );
    return () => clearTimeout(timer);
  }, [isDone, length, charactersPerSecond]);

  return { shown: text.slice(0, length), isDone };
}
