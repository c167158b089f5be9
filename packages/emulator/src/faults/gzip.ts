import type { Bytes } from '../engine/step.ts';
import { concatBytes } from './concatBytes.ts';

const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
const BLOCK = 0xffff;

/**
 * Wraps bytes as gzip without making them smaller ("stored" blocks): enough to be a compressed reply, and
 * the same bytes in every runtime.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1952
 */
export function gzip(parts: readonly Bytes[]): Bytes {
  const body = concatBytes(parts);
  const blocks: Bytes[] = [Uint8Array.from(HEADER)];
  for (let start = 0; start === 0 || start < body.length; start += BLOCK) {
    const block = body.subarray(start, start + BLOCK);
    const last = start + BLOCK >= body.length ? 1 : 0;
    blocks.push(Uint8Array.from([last, ...little(block.length, 2), ...little(~block.length, 2)]), block);
  }
  blocks.push(Uint8Array.from([...little(crc32(body), 4), ...little(body.length, 4)]));
  return concatBytes(blocks);
}

function little(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 0xff);
}

function crc32(bytes: Bytes): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}
