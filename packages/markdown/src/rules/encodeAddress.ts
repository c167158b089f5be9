const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Percent-encodes what may not stand in an address; what is encoded already stays as it is. */
export function encodeAddress(written: string): string {
  // A half surrogate pair cannot be encoded; it would throw.
  const encoded = encodeURI(written.replaceAll(HALF_PAIR, '\uFFFD'));
  return encoded.replaceAll(/%25([\da-f]{2})/gi, '%$1');
}
