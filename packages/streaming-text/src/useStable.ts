'use client';
import { useState } from 'react';

/** Returns the object given first for as long as later ones have the same entries, so that written-out props cost nothing. */
export function useStable<Value extends object>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (kept === value || isShallowEqual(kept, value)) return kept;
  setKept(value);
  return value;
}

function isShallowEqual(left: object, right: object): boolean {
  const entries = new Map<string, unknown>(Object.entries(left));
  const others = Object.entries(right);
  return entries.size === others.length && others.every(([key, value]) => Object.is(entries.get(key), value));
}
