import type { Bytes } from '../engine/step.ts';
import type { DataLine } from './recordLine.ts';
import { redactText } from './redact.ts';

const PIECE = 8192;

/** Bytes as a line can hold them: text where they are whole characters, else base64. */
export function encodeBytes(bytes: Uint8Array): Pick<DataLine, 'text' | 'base64'> {
  try {
    return { text: redactText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch {
    let binary = '';
    for (let start = 0; start < bytes.length; start += PIECE) {
      binary += String.fromCharCode(...bytes.subarray(start, start + PIECE));
    }
    return { base64: btoa(binary) };
  }
}

/** The bytes of a line. */
export function decodeBytes({ text, base64 }: Pick<DataLine, 'text' | 'base64'>): Bytes {
  if (base64 === undefined) return new TextEncoder().encode(text ?? '');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
