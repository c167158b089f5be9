/** An address that is safe to put into `href` or `src`. */
export interface Address {
  /** What to render: the parsed URL, or the relative reference as it was written. */
  readonly href: string;
  /** The URL's scheme with its colon, or `''` for a relative reference. */
  readonly scheme: string;
  /** The host it leads to, or `''` for this site and for mail and telephone. */
  readonly host: string;
}

const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const IMAGE_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:']);
// `.invalid` can never be registered (RFC 2606), so nothing real is taken for a relative reference.
const HERE = 'https://here.invalid';
// U+E0000 to U+E007F, percent-encoded: invisible letters that can carry a message out.
const TAG_CHARACTERS = /%F3%A0%8[01]%[89AB][0-9A-F]/gi;

/** Reads the address of a link; `undefined` when it must not be followed. */
export function readLinkAddress(written: string): Address | undefined {
  return readAddress(written, LINK_SCHEMES);
}

/** Reads the address of an image; `undefined` when it must not be loaded. */
export function readImageAddress(written: string): Address | undefined {
  return readAddress(written, IMAGE_SCHEMES);
}

function readAddress(written: string, schemes: ReadonlySet<string>): Address | undefined {
  const clean = written.replaceAll(TAG_CHARACTERS, '');
  const absolute = parse(clean);
  if (absolute !== undefined) return schemes.has(absolute.protocol) ? describe(absolute) : undefined;
  const relative = parse(clean, HERE);
  if (relative === undefined) return undefined;
  // `//host` and `\\host` have no scheme of their own, and lead away all the same.
  if (relative.origin !== HERE || relative.username !== '') return describe(relative);
  return { href: clean, scheme: '', host: '' };
}

function parse(written: string, base?: string): URL | undefined {
  try {
    return new URL(written, base);
  } catch {
    return undefined;
  }
}

function describe({ href, protocol, host }: URL): Address {
  return { href, scheme: protocol, host };
}
