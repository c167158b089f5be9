const HERE = 'https://here.invalid';

/**
 * Whether an image may load by itself.
 *
 * @param href - The image's address.
 * @param prefixes - Origins with the start of a path (`https://cdn.example.com/answers/`), or paths of this site (`/images/`).
 */
export function isAllowedImage(href: string, prefixes: readonly string[]): boolean {
  const image = new URL(href, HERE);
  return prefixes.some((prefix) => {
    if (!URL.canParse(prefix, HERE)) return false;
    const allowed = new URL(prefix, HERE);
    // Comparing origins keeps `https://cdn.example.com.evil.net` out.
    return image.origin === allowed.origin && image.origin !== 'null' && image.pathname.startsWith(allowed.pathname);
  });
}
